import type { Knex } from 'knex';

/**
 * The audit trail tells of members, invitations, keys and operators as well; of people, what they change about themselves
 * (by their own hand, in the tables of better-auth: the actor is the database role, the subject is the person).
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    SELECT audit_table('members', 'column:organisation_id', 'organisation_id,person_id');
    SELECT audit_table('invitations', 'column:organisation_id', 'id', 'token_sha256');
    SELECT audit_table('api_keys', 'column:organisation_id', 'id', 'sha256', 'last_used_at');
    SELECT audit_table('operators', 'nobody', 'person_id');
    SELECT audit_table('people', 'nobody', 'id', '', 'updated_at', 'UPDATE');
  `);
}
