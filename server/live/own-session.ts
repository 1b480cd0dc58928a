import type { Knex } from 'knex';
import { onlyOwn, type Caller } from '../http/caller.js';
import { notFound } from '../http/problem.js';
import type { SessionRow } from './session-wire.js';

/**
 * A session of the caller's.
 *
 * @throws {Problem} `not-found` when there is none with this id, or it is somebody else's
 */
export async function ownSession(
  db: Knex,
  caller: Caller,
  sessionId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<SessionRow> {
  const query = onlyOwn(db<SessionRow>('sessions').where({ id: sessionId }), 'organisation_id', caller);
  const row = await (lock ? query.forNoKeyUpdate() : query).first();
  if (!row) throw notFound('session');
  return row;
}
