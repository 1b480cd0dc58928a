import type { ClientBase, Pool } from 'pg';

/** One statement about the books that must always hold; it returns the rows that break it. */
export interface BookCheck {
  name: string;
  /** What it means for people when it fails. */
  says: string;
  findOffending(client: ClientBase): Promise<unknown[]>;
}

export interface CheckedBooks {
  ok: boolean;
  checks: { name: string; says: string; ok: boolean; offending: unknown[] }[];
}

/** Offending rows shown of one check: enough to see the pattern, never a flood. */
export const offendingShown = 100;

/** A check that is one query, returning offending rows. */
export function checkBySql(name: string, says: string, sql: string): BookCheck {
  return {
    name,
    says,
    findOffending: async (client) => (await client.query(`${sql} LIMIT ${offendingShown}`)).rows,
  };
}

/**
 * Runs every check on one unchanging view of the database, so that orders arriving meanwhile cannot look like errors.
 */
export async function runChecks(pool: Pool, checks: readonly BookCheck[]): Promise<CheckedBooks> {
  const client = await pool.connect();
  let failed: Error | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const done: CheckedBooks['checks'] = [];
    for (const check of checks) {
      const offending = await check.findOffending(client);
      done.push({ name: check.name, says: check.says, ok: offending.length === 0, offending });
    }
    await client.query('COMMIT');
    return { ok: done.every((check) => check.ok), checks: done };
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    // A connection that failed in the middle of a transaction must not go back to the pool.
    client.release(failed);
  }
}

/** What must hold within the ledger itself. */
export const ledgerChecks: readonly BookCheck[] = [
  checkBySql(
    'balances-equal-transfers',
    "An account's debits and credits are the sums of its transfers.",
    `SELECT a.id AS account, a.kind, a.owner, a.currency, a.debits::text, a.credits::text,
            coalesce(s.debits, 0)::text AS transferred_debits, coalesce(s.credits, 0)::text AS transferred_credits
     FROM accounts a LEFT JOIN (
       SELECT account, sum(debit) AS debits, sum(credit) AS credits FROM (
         SELECT debit_account AS account, amount AS debit, 0 AS credit FROM transfers
         UNION ALL SELECT credit_account, 0, amount FROM transfers) moved GROUP BY account) s ON s.account = a.id
     WHERE a.debits <> coalesce(s.debits, 0) OR a.credits <> coalesce(s.credits, 0)`,
  ),
  checkBySql(
    'currencies-net-to-zero',
    'In each currency all debits together equal all credits together.',
    `SELECT currency, sum(debits)::text AS debits, sum(credits)::text AS credits
     FROM accounts GROUP BY currency HAVING sum(debits) <> sum(credits)`,
  ),
  checkBySql(
    'nothing-overdrawn',
    'No account that holds money for a charity is below zero.',
    `SELECT id AS account, kind, owner, currency, debits::text, credits::text FROM accounts
     WHERE kind IN ('project-pending', 'project-confirmed', 'charity-in-transit') AND credits < debits`,
  ),
  checkBySql(
    'transfers-stay-in-their-currency',
    'Both accounts of a transfer exist and have the same currency.',
    `SELECT t.id::text AS transfer, d.currency AS debit, c.currency AS credit FROM transfers t
     LEFT JOIN accounts d ON d.id = t.debit_account LEFT JOIN accounts c ON c.id = t.credit_account
     WHERE d.currency = c.currency IS NOT TRUE`,
  ),
];
