import type { Knex } from 'knex';

/**
 * Breaks older servers: stop them first (they answer 503 and lose nothing, but cannot count).
 *
 * The same books in less room, written with less work: an order's state as packed text, gifts named by their order and a
 * number, transfers by gift and revision instead of a text; what many rows refer to is checked once a statement instead
 * of once a row. Deliveries are no longer remembered: an order's state alone makes a repeated one harmless. Why, and what
 * it was worth: docs/decisions/0010-lean-books.md.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Stops orders while their books move.
    LOCK TABLE orders, gifts, transfers, topics IN ACCESS EXCLUSIVE MODE;

    ALTER TABLE orders ALTER COLUMN state TYPE json USING state::json, ALTER COLUMN id DROP IDENTITY,
      DROP CONSTRAINT orders_shop_id_fkey, DROP CONSTRAINT orders_session_id_fkey;
    -- A server takes 1,000 ids at a time, so that it knows an order's id before it writes.
    CREATE SEQUENCE order_ids INCREMENT BY 1000;
    SELECT setval('order_ids', (SELECT coalesce(max(id), 0) + 1 FROM orders), false);
    GRANT USAGE ON SEQUENCE order_ids TO kindcast_server;

    ALTER TABLE gifts RENAME TO gifts_before;
    CREATE TABLE gifts (
      order_id bigint NOT NULL,
      pledged bigint NOT NULL CHECK (pledged >= 0),
      rule int NOT NULL,
      -- 1, 2, 3 … within the order
      no int NOT NULL CHECK (no > 0),
      -- kept units of the line while it gives anything, else 0
      units int NOT NULL CHECK (units >= 0),
      -- transfers posted for it so far; names the next one
      revision int NOT NULL CHECK (revision >= 0),
      line_id text NOT NULL,
      project_id text NOT NULL,
      currency text NOT NULL
    );
    INSERT INTO gifts SELECT order_id, pledged, rule, row_number() OVER (PARTITION BY order_id ORDER BY id), units, revision,
      line_id, project_id, currency FROM gifts_before;

    ALTER TABLE transfers RENAME TO transfers_before;
    CREATE TABLE transfers (
      id bigint GENERATED ALWAYS AS IDENTITY,
      order_id bigint NOT NULL,
      amount bigint NOT NULL CHECK (amount > 0),
      event_at timestamptz NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now(),
      debit_account int NOT NULL,
      credit_account int NOT NULL CHECK (credit_account <> debit_account),
      gift_no int NOT NULL,
      revision int NOT NULL CHECK (revision > 0),
      kind text NOT NULL CHECK (kind IN ('pledge', 'reverse'))
    );
    INSERT INTO transfers OVERRIDING SYSTEM VALUE
      SELECT t.id, g.order_id, t.amount, t.event_at, t.recorded_at, t.debit_account, t.credit_account, g.no,
        split_part(t.key, '/', 3)::int, t.kind
      FROM transfers_before t JOIN (
        SELECT id, order_id, row_number() OVER (PARTITION BY order_id ORDER BY id) AS no FROM gifts_before) g
        ON g.id = t.gift_id ORDER BY t.id;
    DO $$ BEGIN
      IF (SELECT count(*) FROM transfers) <> (SELECT count(*) FROM transfers_before)
        OR (SELECT sum(amount) FROM transfers) IS DISTINCT FROM (SELECT sum(amount) FROM transfers_before)
      THEN RAISE EXCEPTION 'Not every transfer belongs to a gift: the books were not moved.'; END IF;
    END $$;
    SELECT setval(pg_get_serial_sequence('transfers', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM transfers), false);
    DROP TABLE transfers_before, gifts_before, deliveries;
    ALTER TABLE gifts ADD PRIMARY KEY (order_id, line_id, project_id);
    ALTER TABLE transfers ADD PRIMARY KEY (id), ADD CONSTRAINT transfers_key UNIQUE (order_id, gift_no, revision);
    ALTER TABLE accounts DROP CONSTRAINT accounts_id_currency_key;

    CREATE TRIGGER transfers_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON transfers
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    -- What foreign keys would say for every row, said once for every statement: hot rows are looked up once and not locked.
    -- Looked up one by one, by index, because a join might be planned to read a whole table.
    CREATE FUNCTION transfers_stay_in_their_currency() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM (SELECT DISTINCT debit_account, credit_account FROM added) t
          WHERE (SELECT currency FROM accounts WHERE id = debit_account)
            = (SELECT currency FROM accounts WHERE id = credit_account) IS NOT TRUE)
        THEN RAISE EXCEPTION 'a transfer needs two accounts of one currency' USING ERRCODE = 'foreign_key_violation'; END IF;
        RETURN NULL;
      END $$;
    CREATE TRIGGER transfers_stay_in_their_currency AFTER INSERT ON transfers REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION transfers_stay_in_their_currency();

    CREATE FUNCTION gifts_belong_somewhere() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
            SELECT FROM (SELECT DISTINCT order_id FROM added) g
            WHERE (SELECT id FROM orders o WHERE o.id = g.order_id) IS NULL)
          OR EXISTS (
            SELECT FROM (SELECT DISTINCT rule, project_id FROM added) g
            WHERE (SELECT rule FROM giving_rule_projects p WHERE p.rule = g.rule AND p.project_id = g.project_id) IS NULL)
        THEN RAISE EXCEPTION 'a gift needs its order and a project of its rule' USING ERRCODE = 'foreign_key_violation'; END IF;
        RETURN NULL;
      END $$;
    CREATE TRIGGER gifts_belong_somewhere AFTER INSERT ON gifts REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION gifts_belong_somewhere();

    CREATE FUNCTION orders_belong_somewhere() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
            SELECT FROM (SELECT DISTINCT shop_id FROM added) o
            WHERE (SELECT id FROM shops s WHERE s.id = o.shop_id) IS NULL)
          OR EXISTS (
            SELECT FROM (SELECT DISTINCT session_id FROM added WHERE session_id IS NOT NULL) o
            WHERE (SELECT id FROM sessions s WHERE s.id = o.session_id) IS NULL)
        THEN RAISE EXCEPTION 'an order needs its shop and, if it has one, its session' USING ERRCODE = 'foreign_key_violation';
        END IF;
        RETURN NULL;
      END $$;
    CREATE TRIGGER new_orders_belong_somewhere AFTER INSERT ON orders REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION orders_belong_somewhere();
    CREATE TRIGGER changed_orders_belong_somewhere AFTER UPDATE ON orders REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION orders_belong_somewhere();

    -- Counts the changes of a shop's rules, so that a server knows whether those it remembers are the newest.
    ALTER TABLE shops ADD COLUMN rules_version bigint NOT NULL DEFAULT 0;
    CREATE FUNCTION count_rules_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      BEGIN
        UPDATE shops SET rules_version = rules_version + 1 WHERE id IN (SELECT shop_id FROM added);
        RETURN NULL;
      END $$;
    CREATE TRIGGER rules_count_their_version AFTER INSERT ON giving_rules REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION count_rules_version();

    -- The newest gifts beside the seq each came with, so that new ones go in front without reading the old.
    ALTER TABLE topics ADD COLUMN recent_gifts json[] NOT NULL DEFAULT '{}', ADD COLUMN recent_seqs bigint[] NOT NULL DEFAULT '{}';
    UPDATE topics SET
      recent_gifts = ARRAY(SELECT (g - 'seq')::json FROM jsonb_array_elements(recent) WITH ORDINALITY AS r (g, place) ORDER BY place),
      recent_seqs = ARRAY(SELECT (g->>'seq')::bigint FROM jsonb_array_elements(recent) WITH ORDINALITY AS r (g, place) ORDER BY place);
    ALTER TABLE topics DROP COLUMN recent;

    GRANT SELECT, INSERT ON gifts, transfers TO kindcast_server;
    GRANT UPDATE (pledged, units, revision) ON gifts TO kindcast_server;
  `);
}
