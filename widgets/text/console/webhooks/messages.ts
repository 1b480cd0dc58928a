import type { Language } from '../../messages.js';
import { webhooksEn } from './en.js';
import { webhooksZhCN } from './zh-cn.js';

/** What one can ask to hear of. */
export type HookEvent =
  | 'gift.pledged'
  | 'gift.reversed'
  | 'gift.confirmed'
  | 'session.started'
  | 'session.ended'
  | 'milestone.reached'
  | 'payout.sent';

type Trouble = 'status' | 'redirect' | 'slow' | 'address' | 'certificate' | 'unreachable';

/** Every word of the pages about webhooks: where an organisation's programs hear of what happens. */
export interface WebhookWords {
  title: string;
  text: string;
  none: string;
  noneText: string;
  /** To whoever may look and not change. */
  askAnEditor: string;
  add: string;
  edit: string;
  how: string;
  howSteps: readonly string[];
  howMore: string;

  address: string;
  addressHint: string;
  /** A sentence in place of the server's, where it speaks another language. */
  addressTrouble(said: string): string;
  description: string;
  descriptionHint: string;
  events: string;
  eventsShort: string;
  /** Between two of them. */
  comma: string;
  chooseEvent: string;
  event: Record<HookEvent | 'webhook.test', { title: string; text: string }>;
  make: string;
  save: string;
  cancel: string;

  state: string;
  on: string;
  off: string;
  offBecause: Record<'by-hand' | 'gone' | 'failed' | 'overfull', string>;
  lastSuccess: string;
  neverYet: string;
  switchOn: string;
  switchOff: string;
  switchedOn: string;
  switchedOff: string;

  secretMade: string;
  secretOnce: string;
  secret: string;
  secretNext: string;
  openEndpoint: string;
  rotate: string;
  rotateAsk: string;
  rotateText: string;
  bothSign(until: string): string;

  test: string;
  arrived: string;
  notArrived(why: string): string;
  stillWaiting: string;
  remove: string;
  removeAsk(address: string): string;
  removeText: string;
  removed: string;
  notHere: string;
  notHereText: string;

  log: string;
  logText: string;
  noLog: string;
  noLogText: string;
  what: string;
  when: string;
  result: string;
  tries: string;
  next: string;
  delivered: string;
  waiting: string;
  waitsForSwitch: string;
  /** Waits for its next try after one that failed. */
  again(why: string): string;
  failed(why: string): string;
  trouble: Record<Trouble, string>;
  answered(status: number): string;
  look: string;
  resend: string;
  payload: string;
  attempts: string;
  attempt(ms: string): string;
}

export const webhookMessages: Record<Language, WebhookWords> = { 'zh-CN': webhooksZhCN, en: webhooksEn };
