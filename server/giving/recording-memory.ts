import type { AccountIds } from '../ledger/accounts.js';
import { SessionMemory } from '../live/attribute-orders.js';
import type { TotalsRows } from '../totals/add-to-totals.js';
import { OrderIds } from './order-ids.js';
import { RuleMemory } from './rule-memory.js';

/** Accounts, and rows of totals, kept in memory at most; beyond it all are forgotten and looked up anew. */
const rowsMax = 200_000;

/** What a transaction found or made, and others may rely on once it has committed. */
export interface Opened {
  accounts: AccountIds;
  totalsRows: TotalsRows;
}

/**
 * What one process need not ask the database for with every batch. All of it is true for ever once it was read from
 * committed data, or carries the version it was read at; a process that has forgotten it only asks again.
 */
export class RecordingMemory {
  readonly rules = new RuleMemory();
  readonly sessions = new SessionMemory();
  readonly orderIds = new OrderIds();
  readonly accounts: AccountIds = new Map();
  readonly totalsRows: TotalsRows = new Set();

  /** What a transaction opened that has committed. */
  remember({ accounts, totalsRows }: Opened): void {
    if (this.accounts.size > rowsMax) this.accounts.clear();
    for (const [name, id] of accounts) this.accounts.set(name, id);
    if (this.totalsRows.size > rowsMax) this.totalsRows.clear();
    for (const row of totalsRows) this.totalsRows.add(row);
  }
}
