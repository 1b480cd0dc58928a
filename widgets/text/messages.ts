import { en } from './en.js';
import { zhCN } from './zh-cn.js';

export type Language = 'zh-CN' | 'en';

/** A heading with a sentence or two below it. */
export interface Paragraph {
  title: string;
  text: string;
}

/** Every word a screen says. Each language is checked against this type, so no key can be missing in one of them. */
export interface Messages {
  brand: string;
  languageName: string;
  otherLanguageName: string;
  skipToContent: string;

  scheduled: string;
  live: string;
  ended: string;

  connecting: string;
  reconnecting: string;
  stale: string;
  connectingNotice: string;
  reconnectingNotice: string;
  staleNotice(since: string): string;
  loading: string;

  givenByThisLive: string;
  givenExplained: string;
  givenToProject: string;
  projectExplained: string;
  /** Read out behind an amount that was said the short way. */
  showExact: string;
  /** `count` is already formatted, `unit` already in the number that fits. */
  enoughFor(count: string, unit: string): string;
  nothingYet: string;
  lessAfter(reason: string, amount: string): string;
  /** `count` is already formatted; `n` chooses the plural. */
  orders(count: string, n: number): string;
  units(count: string, n: number): string;
  matched(amount: string): string;
  asOf(time: string): string;

  goal: string;
  goalReached: string;
  ofGoal(percent: string, goal: string): string;

  chart: string;
  chartNotYet: string;
  chartSays(from: string, first: string, to: string, last: string): string;
  chartDips: string;
  chartAfterwards: string;

  stages: string;

  projects: string;
  noProjects: string;
  gifts: string;
  noGifts: string;
  toProject(project: string): string;
  noPersonalData: string;

  whoReceives: string;
  country: string;
  registrationNumber: string;
  ofCharity(charity: string): string;
  refund: string;
  cancelled: string;
  edited: string;

  hostedBy(streamer: string): string;
  startedAt(time: string): string;
  endedAt(time: string): string;
  endedNote: string;
  scheduledNote: string;

  how: string;
  howSteps: readonly Paragraph[];

  pitch: string;
  whatItIs: readonly string[];
  sessions: string;
  noSessions: string;
  openSession: string;
  openOverlay: string;
  seeTotals(title: string): string;
  seeOverlay(title: string): string;
  forWhom: string;
  audiences: readonly Paragraph[];
  forDevelopers: string;
  openapi: string;
  healthz: string;
  readyz: string;
  metrics: string;
  docs: string;

  notFound: string;
  notFoundText: string;
  toStartPage: string;
  overlayGone: string;
}

export const messages: Record<Language, Messages> = { 'zh-CN': zhCN, en };

export function isLanguage(text: unknown): text is Language {
  return text === 'zh-CN' || text === 'en';
}

export function otherLanguage(lang: Language): Language {
  return lang === 'en' ? 'zh-CN' : 'en';
}

/**
 * What the store or the server gives as the reason of a reversal, in the reader's words. Reasons are free text of many
 * platforms, so they are recognised, never shown; most are refunds, and so is everything unknown.
 */
export function reasonWords(
  reason: string | undefined,
  words: Pick<Messages, 'refund' | 'cancelled' | 'edited'>,
): string {
  if (/cancel|void/i.test(reason ?? '')) return words.cancelled;
  if (/edit|chang|remov/i.test(reason ?? '')) return words.edited;
  return words.refund;
}
