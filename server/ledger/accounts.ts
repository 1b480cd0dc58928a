import type { ClientBase } from 'pg';

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

const keyOf = (name: AccountName) => `${name.kind} ${name.owner} ${name.currency}`;

/**
 * Ids of the named accounts, opening those that do not exist. Accounts are opened in sorted order, so two batches that
 * open the same ones wait for each other instead of deadlocking.
 */
export async function openAccounts(client: ClientBase, names: readonly AccountName[]): Promise<Map<string, number>> {
  const wanted = [...new Map(names.map((name) => [keyOf(name), name])).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const columns = [
    wanted.map(([, name]) => name.kind),
    wanted.map(([, name]) => name.owner),
    wanted.map(([, name]) => name.currency),
  ];
  const find = `SELECT a.id, a.kind, a.owner, a.currency FROM accounts a
    JOIN unnest($1::text[], $2::text[], $3::text[]) AS w (kind, owner, currency) USING (kind, owner, currency)`;
  let found = (await client.query<AccountName & { id: number }>(find, columns)).rows;
  if (found.length < wanted.length) {
    await client.query(
      `INSERT INTO accounts (kind, owner, currency)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
      columns,
    );
    found = (await client.query<AccountName & { id: number }>(find, columns)).rows;
  }
  return new Map(found.map((row) => [keyOf(row), row.id]));
}

/** The id of one account among those {@link openAccounts} returned. */
export function accountId(opened: ReadonlyMap<string, number>, name: AccountName): number {
  const id = opened.get(keyOf(name));
  if (id === undefined) throw new Error(`account ${keyOf(name)} was not opened`);
  return id;
}
