import type { Language } from '../messages.js';
import { thanksEn } from './en.js';
import { thanksZhCN } from './zh-cn.js';

/** Every word of the buyer's own page. */
export interface ThanksMessages {
  title: string;
  description: string;
  gives: string;
  givesNoMore: string;
  givesNothing: string;
  noCharityItem: string;
  waiting: string;
  waitingMeans: string;
  testOrder: string;
  boughtAt(shop: string): string;
  inLive(session: string): string;
  projects: string;
  way: string;
  /** Why, by the server's word for it. */
  reasons: Record<'cancelled' | 'refund' | 'edited' | 'payment-undone' | 'test-order', string>;
  seeLive: string;
  looksAgain(time: string): string;
  keepLink: string;

  unknown: string;
  unknownMeans: string;
  unknownHelp: string;
  lookAgain: string;
}

export const thanksMessages: Record<Language, ThanksMessages> = { 'zh-CN': thanksZhCN, en: thanksEn };

/** Why something was taken back, in the reader's words; what is not known is most likely a refund. */
export function takenBackWords(reason: string | undefined, { reasons }: ThanksMessages): string {
  return Object.entries(reasons).find(([name]) => name === reason)?.[1] ?? reasons.refund;
}
