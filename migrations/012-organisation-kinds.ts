import type { Knex } from 'knex';

/** Whose a session is: a streamer's or a merchant's; nobody's when the operator made it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE sessions ADD COLUMN organisation_id text REFERENCES organisations;
    CREATE INDEX sessions_of_organisation ON sessions (organisation_id) WHERE organisation_id IS NOT NULL;
    CREATE INDEX shops_of_merchant ON shops (merchant_id);
    CREATE INDEX projects_of_charity ON projects (charity_id);
  `);
}
