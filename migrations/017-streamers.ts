import type { Knex } from 'knex';

/**
 * Sessions get a time and a way to be called off; and which hosts may sell in which shop.
 *
 * Whose rows they are: sessions by organisation_id, shop_requests by streamer_id (and by domain the shop's merchant),
 * shop_streamers by merchant_id and streamer_id.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- when it is meant to begin
    ALTER TABLE sessions ADD COLUMN scheduled_for timestamptz,
      -- called off before it began; can be taken back
      ADD COLUMN cancelled_at timestamptz;
    CREATE INDEX session_shops_by_shop ON session_shops (shop_id);

    -- Who would like to sell where. By domain and without a foreign key: asking must not tell which shops there are, and a
    -- shop that comes later finds who has been waiting.
    CREATE TABLE shop_requests (
      id text PRIMARY KEY,
      streamer_id text NOT NULL REFERENCES organisations,
      domain text NOT NULL,
      asked_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (streamer_id, domain)
    );
    CREATE INDEX shop_requests_by_domain ON shop_requests (domain, asked_at DESC);

    -- What the merchant said. Nothing said yet: no row.
    CREATE TABLE shop_streamers (
      shop_id text NOT NULL REFERENCES shops,
      streamer_id text NOT NULL REFERENCES organisations,
      -- the shop's merchant, so that nobody needs to look at the shop to know whose row it is
      merchant_id text NOT NULL REFERENCES organisations,
      state text NOT NULL CHECK (state IN ('allowed', 'denied')),
      decided_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (shop_id, streamer_id)
    );
    CREATE INDEX shop_streamers_by_streamer ON shop_streamers (streamer_id);

    -- Finds the orders of a session for its report. BRIN, because since PostgreSQL 16 it is the one kind of index that leaves
    -- updates of orders where they are (HOT) and costs a batch next to nothing; older ones read the shops' orders instead.
    DO $$ BEGIN
      IF current_setting('server_version_num')::int >= 160000 THEN
        CREATE INDEX orders_by_session ON orders USING brin (session_id text_bloom_ops)
          WITH (pages_per_range = 16, autosummarize = on);
      END IF;
    END $$;

    GRANT UPDATE (title, streamer, provider, channel, goal, goal_currency, scheduled_for, cancelled_at) ON sessions
      TO kindcast_server;
    GRANT DELETE ON session_shops TO kindcast_server;
    GRANT SELECT, INSERT, DELETE ON shop_requests, shop_streamers TO kindcast_server;
    GRANT UPDATE (state, decided_at) ON shop_streamers TO kindcast_server;
    SELECT audit_table('shop_requests', 'column:streamer_id');
    SELECT audit_table('shop_streamers', 'column:merchant_id', 'shop_id,streamer_id');
  `);
}
