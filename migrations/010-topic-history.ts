import type { Knex } from 'knex';

/** What a topic's totals were at moments of its past, for charts. Copies only: nothing is ever computed from them. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE topic_history (
      -- no foreign key: it would lock the hot row of the topic, and topics are never deleted
      topic text NOT NULL,
      seq bigint NOT NULL,
      at timestamptz NOT NULL,
      -- 0 as sampled, then thinned: 1 one every five minutes, 2 one a day
      grain smallint NOT NULL DEFAULT 0,
      currencies text[] NOT NULL,
      given bigint[] NOT NULL,
      orders int[] NOT NULL,
      PRIMARY KEY (topic, seq),
      CHECK (cardinality(given) = cardinality(currencies) AND cardinality(orders) = cardinality(currencies))
    );
    CREATE INDEX topic_history_by_age ON topic_history (grain, at);

    -- Finds what changed lately without reading all topics. BRIN, because since PostgreSQL 16 it is the one kind of index
    -- that leaves updates of the hot rows where they are (HOT); older ones read all topics instead.
    DO $$ BEGIN
      IF current_setting('server_version_num')::int >= 160000 THEN
        CREATE INDEX topics_changed ON topics USING brin (changed_at) WITH (pages_per_range = 4, autosummarize = on);
      END IF;
    END $$;

    GRANT SELECT, INSERT, DELETE ON topic_history TO kindcast_server;
    GRANT UPDATE (grain) ON topic_history TO kindcast_server;
  `);
}
