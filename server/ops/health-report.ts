import { statfs } from 'node:fs/promises';
import type { Knex } from 'knex';
import { z } from 'zod';
import { ownVersion } from './own-version.js';

/** well: nothing to do. watch: a person should look at it by daylight. broken: orders or watchers suffer now. */
const states = ['well', 'watch', 'broken'] as const;
export type HealthState = (typeof states)[number];

const partNames = ['database', 'recorder', 'queue', 'jobs', 'feed', 'disk', 'deadLetters', 'verifications'] as const;

export const healthReportSchema = z.object({
  at: z.string(),
  state: z.enum(states).openapi({ description: 'the worst of all parts' }),
  parts: z.array(
    z.object({
      name: z.enum(partNames),
      state: z.enum(states),
      says: z.string().openapi({ description: 'one English sentence; the console has its own words' }),
      count: z.number().optional().openapi({ description: 'how many wait, watch or are left (disk: bytes)' }),
    }),
  ),
  versions: z.object({ kindcast: z.string(), node: z.string(), postgresql: z.string(), schema: z.string() }),
});
export type HealthReport = z.infer<typeof healthReportSchema>;
type Part = HealthReport['parts'][number];

export interface HealthNeeds {
  /** Whether orders can be recorded in the database now. */
  takesWrites(): Promise<boolean>;
  /** Whether the recorder works and the server is not stopping. */
  takesOrders(): boolean;
  /** Prometheus text of all processes. */
  figures(): Promise<string>;
  /** Where the embedded database lies; undefined when the database is somebody else's. */
  ownDisk: string | undefined;
}

/** Stores give up after five seconds; an order that waits longer than this is in danger of being sent again. */
const oldestSecondsMax = 4;
const gigabyte = 1024 ** 3;

/** How the installation is, in sentences: what an operator would otherwise read from a dashboard at night. */
export async function healthReport(db: Knex, needs: HealthNeeds): Promise<HealthReport> {
  const figures = readFigures(await needs.figures());
  const [able, disk, facts] = await Promise.all([needs.takesWrites(), freeBytes(needs.ownDisk), readFacts(db)]);
  const parts = [
    part('database', able ? 'well' : 'broken', [
      'The database takes orders.',
      'The database cannot take orders now: it is away, read-only or full.',
    ]),
    part('recorder', needs.takesOrders() ? 'well' : 'broken', [
      'The recorder works.',
      'The recorder is away or the server is stopping; stores are told to come back.',
    ]),
    queuePart(figures),
    part('jobs', facts.led ? 'well' : 'watch', [
      'One process runs the jobs of all.',
      'No process runs the jobs just now; charts and clearing up wait for one.',
    ]),
    part('feed', 'well', ['Screens are being told.'], figures('kindcast_feed_watchers')),
    diskPart(disk),
    ...counted('deadLetters', facts.letters, 'deliveries wait for a person.'),
    ...counted('verifications', facts.waiting, 'charities wait to be verified.'),
  ];
  const worst = (['broken', 'watch', 'well'] as const).find((state) => parts.some((each) => each.state === state))!;
  return {
    at: new Date().toISOString(),
    state: worst,
    parts,
    versions: {
      kindcast: ownVersion(),
      node: process.versions.node,
      postgresql: facts.postgresql,
      schema: facts.schema,
    },
  };
}

const part = (name: Part['name'], state: HealthState, [well, otherwise]: string[], count?: number): Part => ({
  name,
  state,
  says: state === 'well' ? well! : otherwise!,
  ...(count !== undefined && { count }),
});

const counted = (name: Part['name'], count: number, what: string): Part[] => [
  part(name, count > 0 ? 'watch' : 'well', [`No ${what}`, `${count} ${what}`], count),
];

function queuePart(figures: (name: string) => number): Part {
  const late = figures('kindcast_queue_oldest_seconds') > oldestSecondsMax;
  return part(
    'queue',
    late ? 'broken' : 'well',
    ['Orders are recorded as they come.', 'Orders wait longer than stores do; they will be sent again.'],
    figures('kindcast_queue_orders'),
  );
}

function diskPart(free: number | undefined): Part {
  if (free === undefined) return part('disk', 'well', ["The database's disk is looked after elsewhere."]);
  const state = free > 5 * gigabyte ? 'well' : free > gigabyte ? 'watch' : 'broken';
  return part('disk', state, ['There is room on the disk.', 'The disk is nearly full; make room soon.'], free);
}

async function freeBytes(folder: string | undefined): Promise<number | undefined> {
  if (folder === undefined) return undefined;
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    // Not to be had on this system; then it cannot be told.
    return undefined;
  }
}

async function readFacts(db: Knex) {
  // The lead is a session lock: whoever can take it for this moment sees that nobody has it (server/jobs/run-as-leader.ts).
  const { rows } = await db.raw<{
    rows: { led: boolean; waiting: number; letters: number; postgresql: string; schema: string }[];
  }>(
    `SELECT NOT pg_try_advisory_xact_lock(hashtext('kindcast leader'), hashtext('jobs')) AS led,
       (SELECT count(*)::int FROM charity_verifications WHERE asked_at IS NOT NULL) AS waiting,
       (SELECT count(*)::int FROM dead_letters WHERE replayed_at IS NULL AND dismissed_at IS NULL) AS letters,
       current_setting('server_version') AS postgresql, (SELECT max(name) FROM knex_migrations) AS schema`,
  );
  return rows[0]!;
}

/** The values of Prometheus text by name, labels added up; 0 for what is not there. */
function readFigures(text: string): (name: string) => number {
  const sums = new Map<string, number>();
  for (const [, name, value] of text.matchAll(/^(kindcast_\w+)(?:\{[^}]*\})? (\S+)$/gm))
    sums.set(name!, (sums.get(name!) ?? 0) + parseFloat(value!));
  return (name) => sums.get(name) ?? 0;
}
