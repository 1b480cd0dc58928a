import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { connectionOf } from '../database/database.js';
import { nextTurns, type Job } from './job.js';

export interface LeaderOptions {
  /** How the role of jobs connects. */
  database: pg.ClientConfig;
  jobs: readonly Job[];
  log: Logger;
  /** Processes that name the same have one leader among them. */
  name?: string;
  /** How often one that does not lead asks whether it may; how often the leader shows the database that it lives. */
  askEveryMs?: number;
  /** A leader that says nothing for this long is cut off by the database, which frees the lead for another. */
  silentMsMax?: number;
}

export interface Leader {
  /** Gives the lead up, in the middle of a job if it does not end soon. */
  stop(): Promise<void>;
}

/** How long a statement that is running may hold up the end. */
const dawdleMsMax = 1_500;

/**
 * Runs jobs in exactly one of all processes on this database.
 *
 * The lead is a session lock of PostgreSQL, held on a connection of its own, and the jobs' statements run on that very
 * connection. So the lock is the fence: a process that has lost the connection, because it was killed, cut off or
 * asleep, has lost the lead and the power to write in the same moment, whatever it believes itself.
 */
export function runAsLeader(options: LeaderOptions): Leader {
  const { log, askEveryMs = 5_000 } = options;
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await leadIfPossible(options, stopping.signal).catch((error: unknown) => {
        if (!stopping.signal.aborted) log.warn({ err: error }, 'the lead is lost, or could not be asked for');
      });
      // Jittered, so that many who stand by do not all ask at once.
      await sleep(askEveryMs * (0.5 + Math.random()), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      // A database that lets nobody in keeps us waiting at its door; that must not hold up the end.
      await Promise.race([running, sleep(2 * dawdleMsMax, undefined, { ref: false })]);
    },
  };
}

/** Returns at once when somebody else leads, else when told to stop; throws when the connection is lost. */
async function leadIfPossible(options: LeaderOptions, stopping: AbortSignal): Promise<void> {
  const client = new pg.Client(connectionOfLeader(options));
  const lost = new AbortController();
  client.on('error', (error) => lost.abort(error));
  client.on('end', () => lost.abort(new Error('the connection has ended')));
  try {
    await client.connect();
    const { rows } = await client.query<{ leads: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('kindcast leader'), hashtext($1)) AS leads`,
      [options.name ?? 'jobs'],
    );
    if (!rows[0]!.leads) return;
    options.log.info('this process leads: it runs the jobs of all');
    const leading = lead(client, options, AbortSignal.any([stopping, lost.signal]));
    const late = stopped(stopping).then(() => sleep(dawdleMsMax, undefined, { ref: false }));
    await Promise.race([leading, late]);
    // What it still does ends with the connection.
    leading.catch(() => undefined);
    if (lost.signal.aborted) throw lost.signal.reason;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function lead(client: pg.Client, options: LeaderOptions, over: AbortSignal): Promise<void> {
  const turns = nextTurns(options.jobs);
  while (!over.aborted) {
    for (const job of turns.due()) {
      await job.run({ client, over }).catch(async (error: unknown) => {
        if (over.aborted) return;
        options.log.warn({ err: error, job: job.name }, 'a job failed; it will be tried again at its next turn');
        await client.query('ROLLBACK');
      });
      if (over.aborted) return;
    }
    await sleep(Math.min(options.askEveryMs ?? 5_000, turns.msToNext()), undefined, { signal: over }).catch(
      () => undefined,
    );
    // Also the word that this leader lives.
    if (!over.aborted) await client.query('SELECT 1');
  }
}

/**
 * A leader that sleeps (SIGSTOP, a machine that hangs) is cut off by PostgreSQL for its silence; one whose machine is gone,
 * for keepalives that nobody answers.
 */
function connectionOfLeader({ database, silentMsMax = 30_000 }: LeaderOptions): pg.ClientConfig {
  const settings = [
    `idle_session_timeout=${silentMsMax}`,
    'tcp_keepalives_idle=10',
    'tcp_keepalives_interval=5',
    'tcp_keepalives_count=3',
  ];
  return {
    ...connectionOf(database, 'kindcast jobs', {
      statement_timeout: 30_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: silentMsMax,
    }),
    options: [database.options ?? '', ...settings.map((setting) => `-c ${setting}`)].join(' ').trimStart(),
    query_timeout: 35_000,
  };
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
