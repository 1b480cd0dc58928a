import type { Knex } from 'knex';

/** Giving rules (versioned, never edited), the latest state of every order, and the gifts that follow from both. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE giving_rules (
      id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      -- stays the same over the versions of one item's rule
      rule_id text NOT NULL,
      shop_id text NOT NULL REFERENCES shops,
      product_id text NOT NULL,
      version int NOT NULL CHECK (version > 0),
      title text,
      -- NULL: from valid_from on the product is no longer a charity item
      share jsonb,
      base text NOT NULL CHECK (base IN ('asPriced', 'exTax')),
      valid_from timestamptz NOT NULL,
      valid_until timestamptz CHECK (valid_until > valid_from),
      cap bigint CHECK (cap > 0),
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (shop_id, product_id, version),
      UNIQUE (rule_id, version)
    );

    CREATE TABLE giving_rule_projects (
      rule int NOT NULL REFERENCES giving_rules,
      position int NOT NULL,
      project_id text NOT NULL REFERENCES projects,
      weight int NOT NULL CHECK (weight >= 0),
      PRIMARY KEY (rule, position),
      UNIQUE (rule, project_id)
    );

    -- what a capped rule version has given so far; the constraint holds even if the code were wrong
    CREATE TABLE rule_caps (
      rule int PRIMARY KEY REFERENCES giving_rules,
      cap bigint NOT NULL,
      given bigint NOT NULL DEFAULT 0 CHECK (given >= 0 AND given <= cap)
    ) WITH (fillfactor = 50);

    CREATE TABLE orders (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      shop_id text NOT NULL REFERENCES shops,
      store_order_id text NOT NULL,
      -- NULL: only a refund has arrived so far, and waits for its order
      updated_at timestamptz,
      session_id text REFERENCES sessions,
      -- see server/giving/order-state.ts
      state jsonb NOT NULL,
      UNIQUE (shop_id, store_order_id)
    );

    CREATE TABLE gifts (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      order_id bigint NOT NULL REFERENCES orders,
      line_id text NOT NULL,
      project_id text NOT NULL REFERENCES projects,
      rule int NOT NULL REFERENCES giving_rules,
      currency text NOT NULL,
      pledged bigint NOT NULL CHECK (pledged >= 0),
      -- kept units of the line while it gives anything, else 0
      units int NOT NULL CHECK (units >= 0),
      -- transfers posted for it so far; the next one's business key
      revision int NOT NULL CHECK (revision >= 0),
      UNIQUE (order_id, line_id, project_id)
    );

    -- deliveries already counted; serves speed only (the state of an order makes a repeated one harmless), so old rows may go
    CREATE TABLE deliveries (
      key uuid PRIMARY KEY,
      counted_at timestamptz NOT NULL DEFAULT now()
    );

    GRANT SELECT, INSERT ON giving_rules, giving_rule_projects, rule_caps, orders, gifts, deliveries TO kindcast_server;
    GRANT UPDATE (given) ON rule_caps TO kindcast_server;
    GRANT UPDATE (updated_at, session_id, state) ON orders TO kindcast_server;
    GRANT UPDATE (pledged, units, revision) ON gifts TO kindcast_server;
    GRANT DELETE ON deliveries TO kindcast_server;
  `);
}
