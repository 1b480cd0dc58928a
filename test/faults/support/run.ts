import { randomBytes } from 'node:crypto';

/**
 * How large this run is and which chance it follows. `npm test` plays every fault once and briefly;
 * `npm run test:faults` (see full-run.ts) plays them at full length.
 */
export const run = {
  isFull: false,
  /** All chance of a run comes from this word: `KINDCAST_FAULT_SEED=<word>` draws the same again. */
  seed: process.env.KINDCAST_FAULT_SEED || randomBytes(4).toString('hex'),
};

/** The short run's figure, or the full run's. */
export const often = <T>(short: T, full: T): T => (run.isFull ? full : short);

/** What a fault did and what was left of it: a line of the summary. */
export interface FaultResult {
  fault: string;
  what: string;
  /** How often it struck. */
  events: number;
  /** Requests sent, those sent again included. */
  sent: number;
  /** Answered 503 with Retry-After. */
  refused: number;
  /** Never answered: the line went dead. */
  brokenOff: number;
  /** Orders all of whose deliveries were answered 200. */
  acknowledged: number;
  /** Orders in the session's total. */
  counted: number;
  /** Checks of the books that were run, all green. */
  checks: number;
  /** The longest any delivery needed from its first sending to its 200. */
  longestWaitMs: number;
  seconds: number;
}

export const results: FaultResult[] = [];
