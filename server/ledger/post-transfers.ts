import type { ClientBase } from 'pg';
import { accountId, openAccounts, type AccountName } from './accounts.js';

/** One movement to post; see the table of movements in docs/decisions/0003-ledger.md. */
export interface NewTransfer {
  /** Business key, unique for ever: the same happening can never be posted twice. */
  key: string;
  kind: 'pledge' | 'reverse';
  debit: AccountName;
  credit: AccountName;
  /** Minor units, above zero. */
  amount: bigint;
  /** When it happened in the store; when it was recorded is the database's own time. */
  eventAt: string;
  giftId: bigint;
}

/**
 * The only writer of the ledger: appends the transfers and moves the balances of their accounts, within the caller's
 * transaction. Accounts are locked in sorted order and moved once each, however many transfers touch them, so
 * concurrent batches queue up and cannot deadlock.
 *
 * A key that is already on the books, two accounts of different currencies or an overdrawn charity account violate
 * constraints of the database and fail the transaction: the caller's plan was made on stale books.
 */
export async function postTransfers(client: ClientBase, transfers: readonly NewTransfer[]): Promise<void> {
  if (transfers.length === 0) return;
  const opened = await openAccounts(
    client,
    transfers.flatMap((transfer) => [transfer.debit, transfer.credit]),
  );
  const debits = transfers.map((transfer) => accountId(opened, transfer.debit));
  const credits = transfers.map((transfer) => accountId(opened, transfer.credit));
  await client.query({
    name: 'insert-transfers',
    text: `INSERT INTO transfers (key, kind, debit_account, credit_account, currency, amount, event_at, gift_id)
      SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::text[], $6::bigint[], $7::timestamptz[], $8::bigint[])`,
    values: [
      transfers.map((transfer) => transfer.key),
      transfers.map((transfer) => transfer.kind),
      debits,
      credits,
      transfers.map((transfer) => transfer.debit.currency),
      transfers.map((transfer) => transfer.amount.toString()),
      transfers.map((transfer) => transfer.eventAt),
      transfers.map((transfer) => transfer.giftId.toString()),
    ],
  });
  await moveBalances(client, sumByAccount(transfers, debits, credits));
}

interface Movement {
  debits: bigint;
  credits: bigint;
}

function sumByAccount(transfers: readonly NewTransfer[], debits: number[], credits: number[]): [number, Movement][] {
  const sums = new Map<number, Movement>();
  const sumOf = (account: number) => {
    const sum = sums.get(account) ?? { debits: 0n, credits: 0n };
    sums.set(account, sum);
    return sum;
  };
  transfers.forEach((transfer, at) => {
    sumOf(debits[at]!).debits += transfer.amount;
    sumOf(credits[at]!).credits += transfer.amount;
  });
  return [...sums.entries()].sort(([a], [b]) => a - b);
}

async function moveBalances(client: ClientBase, sums: [number, Movement][]): Promise<void> {
  const accounts = sums.map(([account]) => account);
  await client.query('SELECT FROM accounts WHERE id = ANY ($1::int[]) ORDER BY id FOR NO KEY UPDATE', [accounts]);
  await client.query(
    `UPDATE accounts a SET debits = a.debits + s.debits, credits = a.credits + s.credits
     FROM unnest($1::int[], $2::bigint[], $3::bigint[]) AS s (id, debits, credits) WHERE a.id = s.id`,
    [accounts, sums.map(([, sum]) => sum.debits.toString()), sums.map(([, sum]) => sum.credits.toString())],
  );
}
