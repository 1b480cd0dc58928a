import type { Knex } from 'knex';
import { z } from 'zod';
import { newSecret } from '../database/new-id.js';
import { showSettings, withSettings } from '../database/show-settings.js';
import type { RecentGift } from '../totals/add-to-totals.js';
import type { SessionRow } from './session-wire.js';

/** An overlay's key as the server makes it, so that anything else need not be looked up. */
export const overlayKey = z.string().regex(/^[0-9a-z]{20,40}$/, 'must be the key of an overlay as the server gave it');

/** The PostgreSQL channel on which every server hears what concerns the overlays of a session. */
export const overlaysChannel = 'kindcast_overlays';

/** A gift that is shown to try an overlay out; it is on no book, in no total and in no list. */
export type TestGift = RecentGift & { change: 'pledged' };

/** What servers tell each other. No key is among it: whoever may listen to the database need not learn one. */
export type OverlayNews =
  { kind: 'test-gift'; sessionId: string; gift: TestGift } | { kind: 'key-replaced'; sessionId: string };

/** Tells all servers, once the transaction is committed. */
export async function tellOverlays(db: Knex, news: OverlayNews): Promise<void> {
  await db.raw('SELECT pg_notify(?, ?)', [overlaysChannel, JSON.stringify(news)]);
}

/**
 * The sessions of the overlays with these keys, by key. The database shows whoever shows a key its session, and no other
 * (docs/decisions/0020-walls.md).
 */
export function sessionsOfOverlays(knex: Knex, keys: readonly string[]): Promise<Map<string, string>> {
  return withSettings(knex, { 'kindcast.overlay_keys': keys.join(',') }, async (db) => {
    const rows = await db<SessionRow>('sessions')
      .whereIn('overlay_key', [...keys])
      .select('id', 'overlay_key');
    return new Map(rows.map((row) => [row.overlay_key, row.id]));
  });
}

/** The addresses of these sessions' overlays, for a demo, which shows them to everybody. */
export function overlayKeysOf(knex: Knex, sessionIds: readonly string[]): Promise<Map<string, string>> {
  return withSettings(knex, { 'kindcast.operator': 'on' }, async (db) => {
    const rows = await db<SessionRow>('sessions')
      .whereIn('id', [...sessionIds])
      .select('id', 'overlay_key');
    return new Map(rows.map((row) => [row.id, row.overlay_key]));
  });
}

/**
 * Gives a session's overlay a new address. The old one stops at once: no page opens by it, and every server hangs up on
 * the overlays that came by it. Undefined when there is no such session.
 */
export async function replaceOverlayKey(
  db: Knex,
  which: Pick<SessionRow, 'id'> | Pick<SessionRow, 'overlay_key'>,
): Promise<SessionRow | undefined> {
  const key = newSecret();
  // Both: the session is found by the old key, and is still the caller's with the new one.
  if ('overlay_key' in which) await showSettings(db, { 'kindcast.overlay_keys': `${which.overlay_key},${key}` });
  const [row] = await db<SessionRow>('sessions').where(which).update({ overlay_key: key }).returning('*');
  if (row) await tellOverlays(db, { kind: 'key-replaced', sessionId: row.id });
  return row;
}
