import type { ClientBase } from 'pg';
import { texts } from '../database/binary-array.js';

/** Who an account of a kind belongs to: a merchant's, project's, charity's or sponsor's id; '' for the operator's own. */
export interface AccountName {
  kind: AccountKind;
  owner: string;
  currency: string;
}

/** The accounts of DESIGN's table of movements. Those a charity's money rests in may never be overdrawn. */
export type AccountKind =
  | 'merchant-owes'
  | 'project-pending'
  | 'project-confirmed'
  | 'charity-in-transit'
  | 'charity-owes-back'
  | 'bank-clearing'
  | 'sponsor-committed';

/** Ids of accounts by their names. Accounts are never closed or renamed, so an id holds for ever. */
export type AccountIds = Map<string, number>;

const keyOf = (name: AccountName) => `${name.kind} ${name.owner} ${name.currency}`;

/** All accounts of a batch, and which of them were not known before. */
export interface OpenedAccounts {
  ids: AccountIds;
  /** May be remembered once the transaction has committed, not before. */
  found: AccountIds;
}

/**
 * Ids of the accounts of these movements, opening those that do not exist. Accounts are opened in sorted order, so two
 * batches that open the same ones wait for each other instead of deadlocking.
 *
 * @param known accounts found by transactions that have committed
 */
export async function openAccounts(
  client: ClientBase,
  movements: readonly { debit: AccountName; credit: AccountName }[],
  known: AccountIds,
): Promise<OpenedAccounts> {
  // Taken from what is known at once: it may be forgotten while this waits.
  const ids: AccountIds = new Map();
  const names = new Map<string, AccountName>();
  for (const { debit, credit } of movements)
    for (const name of [debit, credit]) {
      const key = keyOf(name);
      const id = known.get(key);
      if (id === undefined) names.set(key, name);
      else ids.set(key, id);
    }
  if (names.size === 0) return { ids, found: new Map() };
  const wanted = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
  const values = [
    texts(wanted.map((name) => name.kind)),
    texts(wanted.map((name) => name.owner)),
    texts(wanted.map((name) => name.currency)),
  ];
  const find = {
    name: 'find-accounts',
    text: `SELECT a.id, a.kind, a.owner, a.currency FROM accounts a
      JOIN unnest($1::text[], $2::text[], $3::text[]) AS w (kind, owner, currency) USING (kind, owner, currency)`,
    values,
  };
  let rows = (await client.query<AccountName & { id: number }>(find)).rows;
  if (rows.length < wanted.length) {
    await client.query({
      name: 'open-accounts',
      text: `INSERT INTO accounts (kind, owner, currency)
        SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
      values,
    });
    rows = (await client.query<AccountName & { id: number }>(find)).rows;
  }
  const found = new Map(rows.map((row) => [keyOf(row), row.id]));
  for (const [key, id] of found) ids.set(key, id);
  return { ids, found };
}

/** The id of one account among those that were opened. */
export function accountId(name: AccountName, accounts: AccountIds): number {
  const id = accounts.get(keyOf(name));
  if (id === undefined) throw new Error(`account ${keyOf(name)} was not opened`);
  return id;
}
