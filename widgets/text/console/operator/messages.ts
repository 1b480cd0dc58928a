import type { Language } from '../../messages.js';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

export type PartName =
  'database' | 'recorder' | 'queue' | 'jobs' | 'feed' | 'disk' | 'deadLetters' | 'verifications' | 'webhooks';
export type HealthState = 'well' | 'watch' | 'broken';

/** Every word of the operator's pages. */
export interface OperatorWords {
  home: string;
  allWell: string;
  someWatch: string;
  someBroken: string;
  needsAHand: string;
  open: string;
  asOf: string;
  health: string;
  /** What a part is called, and what it says in each state; `count` is already formatted. */
  parts: Record<PartName, { name: string; well(count: string): string; trouble(count: string): string }>;
  states: Record<HealthState, string>;
  versions: string;

  verifications: string;
  verificationsText: string;
  noVerifications: string;
  noVerificationsText: string;
  askedAt: string;
  charity: string;
  changed: string;
  charityFacts: string;
  aboutZh: string;
  aboutEn: string;
  papers: string;
  noPapers: string;
  decide: string;
  looked: string;
  lookFirst: string;
  verify: string;
  verifyAsk(name: string): string;
  verifyText: string;
  verified: string;
  note: string;
  noteHint: string;
  refuse: string;
  refuseReason: string;
  refuseHint: string;
  refused: string;
  earlier: string;
  decisions: Record<'verified' | 'refused', string>;
  notAsked: string;
  publicContact: string;
  website: string;

  letters: string;
  lettersText: string;
  noLetters: string;
  noLettersText: string;
  laidAside: string;
  waiting: string;
  received: string;
  topic: string;
  shop: string;
  reason: string;
  /** Why a delivery could not be read, before the technical sentence. */
  leads: Record<'field' | 'noOrder' | 'tooBig' | 'currency' | 'amount' | 'recording' | 'other', string>;
  attempts: string;
  look: string;
  masked: string;
  unreadable: string;
  replay: string;
  replayAll: string;
  replaying: string;
  replayedAll(good: string, all: string): string;
  outcomes: Record<'counted' | 'duplicate' | 'nothing-to-give' | 'failed', string>;
  dismiss: string;
  dismissReason: string;
  dismissText: string;
  dismissed: string;
  takeBack: string;

  checks: string;
  checksText: string;
  runChecks: string;
  running: string;
  balanced(count: string): string;
  unbalanced(count: string): string;
  offending: string;

  organisations: string;
  organisationsText: string;
  name: string;
  kind: string;
  kinds: Record<'merchant' | 'charity' | 'streamer' | 'sponsor', string>;
  country: string;
  since: string;
  isVerified: string;
  yes: string;
  no: string;

  audit: string;

  operators: string;
  operatorsText: string;
  email: string;
  secondFactor: string;
  addOperator: string;
  addOperatorHint: string;
  added: string;
  take: string;
  takeAsk(name: string): string;
  takeText: string;
  taken: string;
}

export const operatorWords: Record<Language, OperatorWords> = { 'zh-CN': zhCN, en };
