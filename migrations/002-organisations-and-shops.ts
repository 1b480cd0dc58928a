import type { Knex } from 'knex';

/** Merchants and charities, what charities raise money for, and the stores of merchants. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE organisations (
      id text PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('merchant', 'charity', 'streamer', 'sponsor')),
      name text NOT NULL,
      country text,
      registration_number text,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (id, kind)
    );

    CREATE TABLE projects (
      id text PRIMARY KEY,
      charity_id text NOT NULL REFERENCES organisations (id),
      title text NOT NULL,
      currency text NOT NULL,
      goal bigint CHECK (goal > 0),
      impact_unit text,
      impact_cost bigint CHECK (impact_cost > 0),
      created_at timestamptz NOT NULL DEFAULT now(),
      CHECK ((impact_unit IS NULL) = (impact_cost IS NULL))
    );

    CREATE TABLE shops (
      id text PRIMARY KEY,
      merchant_id text NOT NULL REFERENCES organisations (id),
      platform text NOT NULL,
      domain text NOT NULL,
      currency text NOT NULL,
      -- sealed with the installation's key, see server/secrets/seal.ts; NULL: the platform app's own secret signs
      webhook_secret bytea,
      return_window_days int NOT NULL CHECK (return_window_days BETWEEN 0 AND 365),
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (platform, domain)
    );

    GRANT SELECT, INSERT ON organisations, projects, shops TO kindcast_server;
  `);
}
