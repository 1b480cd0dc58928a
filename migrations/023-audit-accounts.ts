import type { Knex } from 'knex';

/**
 * The audit trail tells of passwords, second factors and passkeys as well: that they were changed, never what they are. And
 * no temporary table may stand before those that the triggers of owners write to and read.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    SELECT audit_table('person_accounts', 'nobody', 'person_id', 'password,access_token,refresh_token,id_token', 'updated_at',
      'UPDATE OR DELETE');
    SELECT audit_table('person_second_factors', 'nobody', 'person_id', 'secret,backup_codes', 'failed_count,locked_until');
    SELECT audit_table('person_passkeys', 'nobody', 'person_id', 'public_key,credential_id', 'counter');
    SELECT audit_table('charity_verifications', 'column:charity_id', 'charity_id', '', 'version');

    ALTER FUNCTION write_audit SET search_path = public, pg_temp;
    ALTER FUNCTION count_rules_version SET search_path = public, pg_temp;
    ALTER FUNCTION note_milestones_before SET search_path = public, pg_temp;
    ALTER FUNCTION refuse_payout_to_unverified SET search_path = public, pg_temp;
  `);
}
