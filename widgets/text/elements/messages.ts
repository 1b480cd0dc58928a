import type { BoardBy, TopicKind } from '../../elements/wire.js';
import type { SessionStatus } from '../../feed/wire.js';
import type { Language } from '../messages.js';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

/** Every word the elements say; each language is checked against this type. */
export interface ElementWords {
  given: Record<TopicKind, string>;
  status: Record<SessionStatus, string>;
  stale: string;
  /** Below a number of which nothing was heard for a while. */
  staleSince(time: string): string;
  missing: string;
  away: string;
  nothingYet: string;
  also(amounts: string): string;
  /** `count` is already formatted; `n` chooses the plural. */
  orders(count: string, n: number): string;
  matched(amount: string): string;
  /** Said to those who listen, a few seconds after the total changed. */
  saysTotal(amount: string): string;
  lessAfter(reason: string, amount: string): string;
  refund: string;
  cancelled: string;
  edited: string;

  goal: string;
  ofGoal(percent: string, goal: string): string;
  goalReached(goal: string): string;
  noGoal: string;
  milestone(percent: string, amount: string, reached: boolean): string;

  gifts: string;
  noGifts: string;
  saysGift(item: string, amount: string): string;
  toProject(project: string): string;

  projects: string;
  noProjects: string;
  others(count: number): string;

  board: Record<BoardBy, string>;
  emptyBoard: string;

  yourOrder: string;
  /** While the server does not know the order: it may still be on its way. */
  notCounted: string;
  noCharityItem: string;
  follow: string;

  charityItem: string;
  capReached: string;
}

export const elementWords: Record<Language, ElementWords> = { 'zh-CN': zhCN, en };
