import type { Knex } from 'knex';

/**
 * The role the server works as. Whoever migrates owns the tables; the server gets only what it needs, table by table, in
 * the migration that makes the table. Roles belong to the whole cluster: another database may have made it before.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    DO $$ BEGIN
      CREATE ROLE kindcast_server NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$;
    GRANT kindcast_server TO CURRENT_USER;
    GRANT USAGE ON SCHEMA public TO kindcast_server;
  `);
}
