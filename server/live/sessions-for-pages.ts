import type { Pool } from 'pg';
import type { Database } from '../database/database.js';
import { readTopics, type TopicState } from '../totals/snapshot.js';
import { topicOf } from '../totals/topics.js';
import { overlayKeysOf, sessionsOfOverlays } from './overlay-keys.js';
import type { SessionRow } from './session-wire.js';

/** What a page shows of a session. Its secrets are not even read. */
type ShownRow = Pick<SessionRow, 'id' | 'title' | 'streamer' | 'status' | 'started_at' | 'ended_at'>;

/** A session with its totals, as a page shows it. */
export interface SessionWithTotals {
  row: ShownRow;
  state: TopicState;
}

/** Sessions the start page shows; older ones have their own pages. */
const shownMax = 12;

export const sessionsForPages = ({ knex, pools: { public: pool } }: Pick<Database, 'knex' | 'pools'>) => ({
  byId: (id: string) => sessionById(pool, id),
  byOverlayKey: async (key: string) => {
    const id = (await sessionsOfOverlays(knex, [key])).get(key);
    return id === undefined ? undefined : sessionById(pool, id);
  },
  /** Live ones first, then the newest. */
  newest: () => withTotals(pool, `ORDER BY status = 'live' DESC, created_at DESC LIMIT ${shownMax}`, []),
  overlayKeys: (sessions: readonly SessionWithTotals[]) =>
    overlayKeysOf(
      knex,
      sessions.map(({ row }) => row.id),
    ),
});

const sessionById = async (pool: Pool, id: string) => (await withTotals(pool, 'AND id = $1', [id]))[0];

async function withTotals(pool: Pool, where: string, values: unknown[]): Promise<SessionWithTotals[]> {
  const { rows } = await pool.query<ShownRow>(
    `SELECT id, title, streamer, status, started_at, ended_at FROM sessions WHERE cancelled_at IS NULL ${where}`,
    values,
  );
  const states = await readTopics(
    pool,
    rows.map((row) => topicOf('session', row.id)),
  );
  return rows.map((row) => ({ row, state: states.get(topicOf('session', row.id))! }));
}
