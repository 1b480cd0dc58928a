import type { Language } from '../messages.js';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

/** What an overlay says besides the words of all screens. Counts and amounts come formatted; `n` chooses the plural. */
export interface OverlayMessages {
  manyGifts(count: string, n: number): string;
  /** There may have been more of them. */
  manyGiftsOrMore(count: string): string;
  manyFalls(count: string, n: number): string;
  manyFallsOrMore(count: string): string;
  orMore(amount: string): string;
  /** Stands on every test gift, whatever the language: whoever sees it by accident must understand. */
  test: string;
  testNote: string;
  partOfGoal(percent: string, goal: string): string;
  goalReached(goal: string): string;
  sumReached(amount: string): string;
  thanks: string;
  /** Leads from other pages to the studio. */
  openStudio: string;
  scan: string;
  scanTitle: string;
}

export const overlayMessages: Record<Language, OverlayMessages> = { 'zh-CN': zhCN, en };
