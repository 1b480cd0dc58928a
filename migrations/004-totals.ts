import type { Knex } from 'knex';

/** What can be watched, its sums, and a sequence that only grows. Rows are few and hot: room for in-page updates. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE topics (
      topic text PRIMARY KEY,
      title text NOT NULL,
      status text,
      goal bigint,
      goal_currency text,
      seq bigint NOT NULL DEFAULT 0,
      changed_at timestamptz NOT NULL DEFAULT now(),
      -- the newest gifts, newest first, each with the seq it came with: all a screen needs after a reload
      recent jsonb NOT NULL DEFAULT '[]',
      CHECK ((goal IS NULL) = (goal_currency IS NULL))
    ) WITH (fillfactor = 50);

    CREATE TABLE topic_totals (
      topic text NOT NULL REFERENCES topics,
      currency text NOT NULL,
      pledged bigint NOT NULL CHECK (pledged >= 0),
      confirmed bigint NOT NULL DEFAULT 0 CHECK (confirmed >= 0),
      paid bigint NOT NULL DEFAULT 0 CHECK (paid >= 0),
      matched bigint NOT NULL DEFAULT 0 CHECK (matched >= 0),
      orders int NOT NULL CHECK (orders >= 0),
      units bigint NOT NULL CHECK (units >= 0),
      PRIMARY KEY (topic, currency)
    ) WITH (fillfactor = 50);

    CREATE TABLE topic_projects (
      topic text NOT NULL REFERENCES topics,
      project_id text NOT NULL REFERENCES projects,
      currency text NOT NULL,
      given bigint NOT NULL CHECK (given >= 0),
      PRIMARY KEY (topic, project_id, currency)
    ) WITH (fillfactor = 50);

    GRANT SELECT, INSERT, UPDATE ON topics, topic_totals, topic_projects TO kindcast_server;
  `);
}
