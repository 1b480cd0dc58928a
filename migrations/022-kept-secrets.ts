import type { Knex } from 'knex';

/**
 * Secrets that the installation made for itself and that outlive a change of the secret key, sealed with it: what the
 * signatures of sessions and the second factors are made of. For the owner alone, who reads them at the start.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE kept_secrets (
      name text PRIMARY KEY,
      value bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );
  `);
}
