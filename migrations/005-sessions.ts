import type { Knex } from 'knex';

/** Livestreams and the shops that sell in them. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE sessions (
      id text PRIMARY KEY,
      title text NOT NULL,
      streamer text NOT NULL,
      provider text,
      channel text,
      status text NOT NULL DEFAULT 'scheduled' CHECK (status IN ('scheduled', 'live', 'ended')),
      goal bigint CHECK (goal > 0),
      goal_currency text,
      -- in links and carts: says which session an order belongs to
      token text NOT NULL UNIQUE,
      -- in the overlay's address: known to the streamer only
      overlay_key text NOT NULL UNIQUE,
      created_at timestamptz NOT NULL DEFAULT now(),
      started_at timestamptz,
      ended_at timestamptz,
      CHECK ((goal IS NULL) = (goal_currency IS NULL))
    );

    CREATE TABLE session_shops (
      session_id text NOT NULL REFERENCES sessions,
      shop_id text NOT NULL REFERENCES shops,
      PRIMARY KEY (session_id, shop_id)
    );

    GRANT SELECT, INSERT ON sessions, session_shops TO kindcast_server;
    GRANT UPDATE (status, started_at, ended_at) ON sessions TO kindcast_server;
  `);
}
