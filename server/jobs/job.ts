import type { ClientBase } from 'pg';

/** Work that one process does for all. */
export interface Job {
  name: string;
  everyMs: number;
  run(turn: Turn): Promise<void>;
}

/** One run of a job. */
export interface Turn {
  /** The leader's own connection, and the only one a job may write with: it ends together with the lead. */
  client: ClientBase;
  /** Aborted when the lead is over; what waits must not go on then. */
  over: AbortSignal;
}

/**
 * Whose turn it is when. The first comes within a tenth of its period and each later one up to a tenth late, so that many
 * installations started together do not all work at the full hour.
 */
export function nextTurns(jobs: readonly Job[], now: () => number = Date.now) {
  const turnAt = new Map(jobs.map((job) => [job, now() + job.everyMs * 0.1 * Math.random()]));
  return {
    /** The jobs whose turn it is, each told once a turn. */
    *due(): Generator<Job> {
      for (const [job, at] of turnAt) {
        if (at > now()) continue;
        turnAt.set(job, now() + job.everyMs * (1 + 0.1 * Math.random()));
        yield job;
      }
    },
    msToNext: () => Math.max(0, Math.min(...turnAt.values()) - now()),
  };
}
