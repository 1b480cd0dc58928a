import type { Knex } from 'knex';

/**
 * Answers kept for repeated requests are sealed: some show a secret once, and once is not in the database. Those of the
 * last day are forgotten; they guard forms, never money.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    TRUNCATE idempotency_keys;
    ALTER TABLE idempotency_keys DROP COLUMN answer, ADD COLUMN answer bytea;
  `);
}
