import type { Knex } from 'knex';
import type { Caller } from '../http/caller.js';
import { Problem } from '../http/problem.js';

/**
 * Only owners invite people and make keys. Held until the transaction ends, so that nobody gives out anything more while
 * somebody else takes the role from him.
 *
 * @throws {Problem} `forbidden` when he is an owner no more
 */
export async function assertStillOwner(db: Knex, organisationId: string, caller: Caller): Promise<void> {
  if (caller.kind !== 'person' || caller.operator) return;
  const row = await db('members')
    .where({ organisation_id: organisationId, person_id: caller.id })
    .forShare()
    .first('role');
  if (row?.role !== 'owner')
    throw new Problem(
      'forbidden',
      'Your role does not reach so far: this needs owner. Ask an owner of your organisation.',
    );
}

/**
 * Nothing by which somebody could come back outlives his role: the keys he made are revoked, and his open invitations,
 * and those made with these keys, withdrawn.
 */
export async function withdrawGivenOut(db: Knex, organisationId: string, email: string): Promise<void> {
  const ofHis = { organisation_id: organisationId, created_by: email };
  const keys: string[] = await db('api_keys').where(ofHis).pluck('name');
  await db('api_keys').where(ofHis).whereNull('revoked_at').update({ revoked_at: db.fn.now() });
  await db('invitations')
    .where({ organisation_id: organisationId })
    .whereNull('accepted_at')
    .whereIn('invited_by', [email, ...keys])
    .delete();
}
