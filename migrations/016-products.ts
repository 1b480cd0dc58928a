import type { Knex } from 'knex';

/** What a shop sells, as its merchant told us; terms that wait to be switched on; and a shop's orders, newest first. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE products (
      shop_id text NOT NULL REFERENCES shops,
      product_id text NOT NULL,
      title text NOT NULL,
      -- minor units of the shop's currency
      price bigint CHECK (price >= 0),
      image_url text CHECK (image_url LIKE 'https://%'),
      handle text,
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (shop_id, product_id)
    );

    -- A rule that somebody has prepared and not switched on: no order ever counts by it. Switched on it becomes a version.
    CREATE TABLE rule_drafts (
      shop_id text NOT NULL REFERENCES shops,
      product_id text NOT NULL,
      title text,
      share jsonb NOT NULL,
      base text NOT NULL CHECK (base IN ('asPriced', 'exTax')),
      -- [{projectId, weight}] in the rule's order; checked again when it is switched on
      projects jsonb NOT NULL,
      -- NULL: from the moment it is switched on
      valid_from timestamptz,
      valid_until timestamptz CHECK (valid_until > valid_from),
      cap bigint CHECK (cap > 0),
      saved_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (shop_id, product_id)
    );

    -- Stores number their orders in the order of time, so this is newest first, whichever server took them. What an order
    -- pays for it is told in docs/decisions/0026-drafts-wait-for-the-switch.md. Neither column ever changes, so updates stay HOT.
    CREATE INDEX orders_by_number ON orders (shop_id, length(store_order_id), store_order_id);

    -- Finds who made a version of a rule.
    CREATE INDEX audit_trail_of_rules ON audit_trail (subject_id) WHERE subject_table = 'giving_rules';

    SELECT audit_table('products', 'shop:shop_id', 'shop_id,product_id', '', 'updated_at');
    SELECT audit_table('rule_drafts', 'shop:shop_id', 'shop_id,product_id', '', 'saved_at');

    GRANT SELECT, INSERT, UPDATE ON products, rule_drafts TO kindcast_server;
    GRANT DELETE ON rule_drafts TO kindcast_server;
    GRANT UPDATE (webhook_secret) ON shops TO kindcast_server;
  `);
}
