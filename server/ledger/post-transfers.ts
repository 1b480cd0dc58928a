import { bigints, ints, texts, timestamps } from '../database/binary-array.js';
import type { Statement } from '../database/send-together.js';
import { accountId, type AccountIds, type AccountName } from './accounts.js';

/** One movement to post; see the table of movements in docs/decisions/0003-ledger.md. */
export interface NewTransfer {
  /** Business key, unique for ever: the same happening can never be posted twice. */
  gift: { orderId: bigint; no: number; revision: number };
  kind: 'pledge' | 'reverse';
  debit: AccountName;
  credit: AccountName;
  /** Minor units, above zero. */
  amount: bigint;
  /** When it happened in the store, in milliseconds since 1970; when it was recorded is the database's own time. */
  eventAt: number;
}

/**
 * The only writer of the ledger: the statements that append the transfers and move the balances of their accounts, to be
 * run in this order within one transaction. Accounts are locked in sorted order and moved once each, however many
 * transfers touch them, so concurrent batches queue up and cannot deadlock.
 *
 * A key that is already on the books, two accounts of different currencies or an overdrawn charity account violate
 * constraints of the database and fail the transaction: the caller's plan was made on stale books.
 *
 * @param accounts ids of all their accounts; see {@link openAccounts}
 */
export function postingTransfers(transfers: readonly NewTransfer[], accounts: AccountIds): Statement[] {
  if (transfers.length === 0) return [];
  const debits = transfers.map((transfer) => accountId(transfer.debit, accounts));
  const credits = transfers.map((transfer) => accountId(transfer.credit, accounts));
  return [
    {
      name: 'insert-transfers',
      text: `INSERT INTO transfers (order_id, gift_no, revision, amount, event_at, debit_account, credit_account, kind)
        SELECT * FROM unnest($1::bigint[], $2::int[], $3::int[], $4::bigint[], $5::timestamptz[], $6::int[], $7::int[],
          $8::text[])`,
      values: [
        bigints(transfers.map(({ gift }) => gift.orderId)),
        ints(transfers.map(({ gift }) => gift.no)),
        ints(transfers.map(({ gift }) => gift.revision)),
        bigints(transfers.map((transfer) => transfer.amount)),
        timestamps(transfers.map((transfer) => transfer.eventAt)),
        ints(debits),
        ints(credits),
        texts(transfers.map((transfer) => transfer.kind)),
      ],
    },
    ...movingBalances(sumByAccount(transfers, debits, credits)),
  ];
}

interface Movement {
  debits: bigint;
  credits: bigint;
}

function sumByAccount(transfers: readonly NewTransfer[], debits: number[], credits: number[]): [number, Movement][] {
  const sums = new Map<number, Movement>();
  const sumOf = (account: number) => {
    let sum = sums.get(account);
    if (!sum) sums.set(account, (sum = { debits: 0n, credits: 0n }));
    return sum;
  };
  transfers.forEach((transfer, at) => {
    sumOf(debits[at]!).debits += transfer.amount;
    sumOf(credits[at]!).credits += transfer.amount;
  });
  return [...sums.entries()].sort(([a], [b]) => a - b);
}

/** Two statements, because one would move accounts in whatever order its plan finds them. */
function movingBalances(sums: [number, Movement][]): Statement[] {
  const accounts = ints(sums.map(([account]) => account));
  return [
    {
      name: 'lock-accounts',
      text: 'SELECT FROM accounts WHERE id = ANY ($1::int[]) ORDER BY id FOR NO KEY UPDATE',
      values: [accounts],
    },
    {
      name: 'move-accounts',
      text: `UPDATE accounts a SET debits = a.debits + s.debits, credits = a.credits + s.credits
        FROM unnest($1::int[], $2::bigint[], $3::bigint[]) AS s (id, debits, credits) WHERE a.id = s.id`,
      values: [accounts, bigints(sums.map(([, sum]) => sum.debits)), bigints(sums.map(([, sum]) => sum.credits))],
    },
  ];
}
