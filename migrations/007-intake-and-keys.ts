import type { Knex } from 'knex';

/** Deliveries that could not be processed, the operator's key, and answers given to requests that may be sent again. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE dead_letters (
      id text PRIMARY KEY,
      delivery_key uuid NOT NULL UNIQUE,
      shop_id text NOT NULL REFERENCES shops,
      topic text NOT NULL,
      webhook_id text NOT NULL,
      reason text NOT NULL,
      -- sealed: a raw delivery holds personal data; dropped once it has been replayed
      body bytea,
      attempts int NOT NULL DEFAULT 1,
      received_at timestamptz NOT NULL DEFAULT now(),
      replayed_at timestamptz
    );
    CREATE INDEX dead_letters_newest ON dead_letters (received_at DESC, id DESC);

    -- one row at most: the hash of the key made at first start
    CREATE TABLE operator_key (
      single boolean PRIMARY KEY DEFAULT true CHECK (single),
      sha256 bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE idempotency_keys (
      key text PRIMARY KEY,
      request_sha256 bytea NOT NULL,
      status int,
      -- json, not jsonb: the same answer to the letter
      answer json,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    GRANT SELECT, INSERT, UPDATE, DELETE ON dead_letters, idempotency_keys TO kindcast_server;
    GRANT SELECT, INSERT ON operator_key TO kindcast_server;
  `);
}
