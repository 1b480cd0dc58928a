import { KindcastProblem } from '../ask.js';
import { pageLanguage, shellWords } from '../language.js';

/**
 * What went wrong, as a sentence. The server speaks English; in Chinese its kind is said first, and its own words follow for
 * whoever can use them.
 */
export function refusalWords(error: unknown): string {
  const words = shellWords();
  if (!(error instanceof KindcastProblem) || error.status === 0) return words.offline;
  const { title, kind } = error;
  if (kind === 'unreadable' || kind === 'internal') return words.failed;
  if (pageLanguage() === 'en') return title;
  const said = words.refusals[kind as keyof typeof words.refusals] as string | undefined;
  return said ? `${said}（${title}）` : title;
}
