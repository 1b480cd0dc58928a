import type { Knex } from 'knex';

/**
 * The role the server works as. Whoever migrates owns the tables; the server gets only what it needs, table by table, in
 * the migration that makes the table. Roles belong to the whole cluster: another database may have made it before.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kindcast_server') THEN
        CREATE ROLE kindcast_server NOLOGIN;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$;
    DO $$ BEGIN
      GRANT kindcast_server TO CURRENT_USER;
    EXCEPTION WHEN insufficient_privilege THEN
      -- fine when an administrator has granted it beforehand
      IF NOT pg_has_role('kindcast_server', 'MEMBER') THEN RAISE; END IF;
    END $$;
    GRANT USAGE ON SCHEMA public TO kindcast_server;
  `);
}
