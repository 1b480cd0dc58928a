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

/**
 * Ids of the accounts of these movements that are not known yet, opening those that do not exist. Accounts are opened in
 * sorted order, so two batches that open the same ones wait for each other instead of deadlocking. What is found may be
 * remembered once the transaction has committed, not before.
 */
export async function openAccounts(
  client: ClientBase,
  movements: readonly { debit: AccountName; credit: AccountName }[],
  known: AccountIds,
): Promise<AccountIds> {
  const names = new Map<string, AccountName>();
  for (const name of movements.flatMap(({ debit, credit }) => [debit, credit]))
    if (!known.has(keyOf(name))) names.set(keyOf(name), name);
  if (names.size === 0) return new Map();
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
  let found = (await client.query<AccountName & { id: number }>(find)).rows;
  if (found.length < wanted.length) {
    await client.query({
      name: 'open-accounts',
      text: `INSERT INTO accounts (kind, owner, currency)
        SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
      values,
    });
    found = (await client.query<AccountName & { id: number }>(find)).rows;
  }
  return new Map(found.map((row) => [keyOf(row), row.id]));
}

/** The id of one account, found in one of these. */
export function accountId(name: AccountName, accounts: readonly AccountIds[]): number {
  const key = keyOf(name);
  for (const ids of accounts) {
    const id = ids.get(key);
    if (id !== undefined) return id;
  }
  throw new Error(`account ${key} was not opened`);
}
