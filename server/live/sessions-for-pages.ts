import type { Pool } from 'pg';
import { readTopics, type TopicState } from '../totals/snapshot.js';
import { topicOf } from '../totals/topics.js';
import type { SessionRow } from './session-wire.js';

/** A session with its totals, as a page shows it. */
export interface SessionWithTotals {
  row: SessionRow;
  state: TopicState;
}

/** Sessions the start page shows; older ones have their own pages. */
const shownMax = 12;

export const sessionsForPages = (pool: Pool) => {
  async function withTotals(where: string, values: unknown[]): Promise<SessionWithTotals[]> {
    const { rows } = await pool.query<SessionRow>(`SELECT * FROM sessions WHERE cancelled_at IS NULL ${where}`, values);
    const states = await readTopics(
      pool,
      rows.map((row) => topicOf('session', row.id)),
    );
    return rows.map((row) => ({ row, state: states.get(topicOf('session', row.id))! }));
  }
  return {
    byId: async (id: string) => (await withTotals('AND id = $1', [id]))[0],
    byOverlayKey: async (key: string) => (await withTotals('AND overlay_key = $1', [key]))[0],
    /** Live ones first, then the newest. */
    newest: () => withTotals(`ORDER BY status = 'live' DESC, created_at DESC LIMIT ${shownMax}`, []),
  };
};
