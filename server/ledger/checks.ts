import type { ClientBase, Pool, PoolClient } from 'pg';

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

/** Connections that check at the same time: while one is computed here, the database works on another. */
const connections = 2;

/**
 * What a check may take. It reads everything there is, so it needs longer than any request and more memory for sorting
 * than PostgreSQL's default of 4 MB; both are bounded all the same.
 */
const checkSettings = `SET LOCAL statement_timeout = '10min'; SET LOCAL work_mem = '32MB'`;

const lastRuns = new WeakMap<Pool, Promise<unknown>>();

/**
 * Runs every check on one unchanging view of the database, so that orders arriving meanwhile cannot look like errors.
 * One run at a time on each pool: whoever asks meanwhile waits for one that begins after the asking.
 */
export function runChecks(pool: Pool, checks: readonly BookCheck[]): Promise<CheckedBooks> {
  const begin = () => onOneSnapshot(pool, (clients) => checkWith(clients, checks));
  const run = (lastRuns.get(pool) ?? Promise.resolve()).then(begin, begin);
  lastRuns.set(pool, run);
  return run;
}

/** Each connection takes the next check until none is left. */
async function checkWith(clients: readonly ClientBase[], checks: readonly BookCheck[]): Promise<CheckedBooks> {
  const done: CheckedBooks['checks'] = [];
  const waiting = checks.entries();
  const takeNext = async (client: ClientBase) => {
    for (const [at, check] of waiting) {
      const offending = await check.findOffending(client);
      done[at] = { name: check.name, says: check.says, ok: offending.length === 0, offending };
    }
  };
  await Promise.all(clients.map(takeNext));
  return { ok: done.every((check) => check.ok), checks: done };
}

/** Lets several connections see the database as it is at one and the same moment. */
async function onOneSnapshot<T>(pool: Pool, work: (clients: readonly ClientBase[]) => Promise<T>): Promise<T> {
  const clients: PoolClient[] = [];
  let failed: Error | undefined;
  try {
    const first = await pool.connect();
    clients.push(first);
    await first.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${checkSettings}`);
    const { rows } = await first.query<{ snapshot: string }>('SELECT pg_export_snapshot() AS snapshot');
    while (clients.length < connections) {
      const next = await pool.connect();
      clients.push(next);
      await next.query(
        `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT '${rows[0]!.snapshot}'; ${checkSettings}`,
      );
    }
    const result = await work(clients);
    for (const client of clients) await client.query('COMMIT');
    return result;
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    // A connection that failed in the middle of a transaction must not go back to the pool.
    for (const client of clients) client.release(failed);
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
