import type { AccountIds } from '../ledger/accounts.js';
import { SessionMemory } from '../live/attribute-orders.js';
import { OrderIds } from './order-ids.js';
import { RuleMemory } from './rule-memory.js';

/** Accounts kept in memory at most; beyond it all are forgotten and looked up anew. */
const accountsMax = 200_000;

/**
 * What one process need not ask the database for with every batch. All of it is true for ever once it was read from
 * committed data, or carries the version it was read at; a process that has forgotten it only asks again.
 */
export class RecordingMemory {
  readonly rules = new RuleMemory();
  readonly sessions = new SessionMemory();
  readonly orderIds = new OrderIds();
  readonly accounts: AccountIds = new Map();

  /** Accounts of a transaction that has committed. */
  rememberAccounts(opened: AccountIds): void {
    if (this.accounts.size > accountsMax) this.accounts.clear();
    for (const [name, id] of opened) this.accounts.set(name, id);
  }
}
