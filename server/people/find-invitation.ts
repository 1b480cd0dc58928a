import type { Knex } from 'knex';
import type { OrganisationKind, Role } from '../http/access.js';

export interface InvitationRow {
  id: string;
  organisation_id: string;
  email: string;
  role: Role;
  token_sha256: Buffer;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
  accepted_at: Date | null;
}

export type FoundInvitation = InvitationRow & { organisation_name: string; kind: OrganisationKind };

/**
 * The open invitation with this token, held until the transaction ends. Whoever knows the token belongs to the
 * organisation not yet: the hash of it, told to the database, is what opens this one row to him.
 */
export async function findInvitation(db: Knex, sha256: Buffer): Promise<FoundInvitation | undefined> {
  await db.raw(`SELECT set_config('kindcast.invitation', ?, true)`, [sha256.toString('hex')]);
  return db<FoundInvitation>('invitations')
    .join('organisations', 'organisations.id', 'invitations.organisation_id')
    .where({ token_sha256: sha256, accepted_at: null })
    .whereRaw('expires_at > now()')
    .forUpdate('invitations')
    .first('invitations.*', 'organisations.name as organisation_name', 'organisations.kind');
}
