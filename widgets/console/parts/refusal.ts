import { Refusal } from '../ask.js';
import { shellWords } from '../language.js';

/** What went wrong, as a sentence: the server's own words where it gave any. */
export function refusalWords(error: unknown): string {
  const words = shellWords();
  if (!(error instanceof Refusal) || error.status === 0) return words.offline;
  if (error.message !== '') return error.message;
  if (error.status === 403) return words.forbidden;
  return error.status === 429 || error.status === 503 ? words.tooBusy : words.failed;
}
