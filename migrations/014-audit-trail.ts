import type { Knex } from 'knex';

/**
 * Who changed what, when, from where, before and after. Written by triggers in the transaction of the change itself, so
 * that no way of changing a setting can forget it; nobody may write, change or delete it otherwise. Secrets are told as
 * changed, never shown.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE audit_trail (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT now(),
      -- whose owners may read it; NULL: the operators' alone
      organisation_id text,
      -- {kind, id?, name, ip?, agent?, requestId?}; without a person or key: the database role that acted
      actor jsonb NOT NULL,
      action text NOT NULL CHECK (action IN ('created', 'changed', 'removed')),
      subject_table text NOT NULL,
      subject_id text NOT NULL,
      -- what was changed, as it was and as it is; whole rows when created or removed
      before jsonb,
      after jsonb
    );
    CREATE INDEX audit_trail_newest ON audit_trail (at DESC, id DESC);
    CREATE INDEX audit_trail_of_organisation ON audit_trail (organisation_id, at DESC, id DESC);
    CREATE TRIGGER audit_trail_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_trail
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    GRANT SELECT ON audit_trail TO kindcast_server;

    -- Arguments: where the organisation stands ('column:merchant_id', 'shop:shop_id', 'session:session_id', 'rule:rule' or
    -- 'nobody'), the columns of the id, the secret ones, and those not worth telling; each a list with commas.
    CREATE FUNCTION write_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      DECLARE
        before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
        after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
        subject jsonb := coalesce(after, before);
        place text := split_part(TG_ARGV[0], ':', 1);
        pointer text := subject ->> split_part(TG_ARGV[0], ':', 2);
        ids text[] := string_to_array(TG_ARGV[1], ',');
        secret text;
        dull text[] := string_to_array(TG_ARGV[3], ',');
        changed text[];
        organisation text;
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          changed := ARRAY(SELECT key FROM jsonb_each(after) WHERE value IS DISTINCT FROM before -> key AND key <> ALL (dull));
          IF cardinality(changed) = 0 THEN RETURN NULL; END IF;
        END IF;
        organisation := CASE place
          WHEN 'column' THEN pointer
          WHEN 'shop' THEN (SELECT merchant_id FROM shops WHERE id = pointer)
          WHEN 'session' THEN (SELECT organisation_id FROM sessions WHERE id = pointer)
          WHEN 'rule' THEN (SELECT merchant_id FROM shops JOIN giving_rules r ON r.shop_id = shops.id WHERE r.id = pointer::int)
        END;
        FOREACH secret IN ARRAY string_to_array(TG_ARGV[2], ',') LOOP
          IF before ->> secret IS NOT NULL THEN before := jsonb_set(before, ARRAY[secret], '"secret"'); END IF;
          IF after ->> secret IS NOT NULL THEN
            after := jsonb_set(after, ARRAY[secret], CASE WHEN secret = ANY (changed) THEN '"another secret"' ELSE '"secret"' END::jsonb);
          END IF;
        END LOOP;
        INSERT INTO audit_trail (organisation_id, actor, action, subject_table, subject_id, before, after) VALUES (
          organisation,
          coalesce(nullif(current_setting('kindcast.actor', true), '')::jsonb, jsonb_build_object('kind', 'system', 'name', session_user)),
          CASE TG_OP WHEN 'INSERT' THEN 'created' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END,
          TG_TABLE_NAME,
          (SELECT string_agg(subject ->> part, '/' ORDER BY nth) FROM unnest(ids) WITH ORDINALITY AS u (part, nth)),
          CASE WHEN TG_OP = 'UPDATE' THEN (SELECT jsonb_object_agg(key, before -> key) FROM unnest(changed) AS key) ELSE before - dull END,
          CASE WHEN TG_OP = 'UPDATE' THEN (SELECT jsonb_object_agg(key, after -> key) FROM unnest(changed) AS key) ELSE after - dull END);
        RETURN NULL;
      END $$;

    -- For this and later migrations: SELECT audit_table('shops', 'column:merchant_id', 'id', 'webhook_secret', 'rules_version').
    CREATE FUNCTION audit_table(audited regclass, organisation text, ids text DEFAULT 'id', secrets text DEFAULT '',
      dull text DEFAULT '', events text DEFAULT 'INSERT OR UPDATE OR DELETE') RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('CREATE TRIGGER audited AFTER %s ON %s FOR EACH ROW EXECUTE FUNCTION write_audit(%L, %L, %L, %L)',
          events, audited, organisation, ids, secrets, dull);
      END $$;
    REVOKE EXECUTE ON FUNCTION write_audit, audit_table FROM PUBLIC;

    SELECT audit_table('organisations', 'column:id');
    SELECT audit_table('projects', 'column:charity_id');
    SELECT audit_table('shops', 'column:merchant_id', 'id', 'webhook_secret', 'rules_version');
    SELECT audit_table('sessions', 'column:organisation_id', 'id', 'token,overlay_key');
    SELECT audit_table('session_shops', 'session:session_id', 'session_id,shop_id');
    SELECT audit_table('giving_rules', 'shop:shop_id');
    SELECT audit_table('giving_rule_projects', 'rule:rule', 'rule,position');
    -- Only what people do with them; that one came in is no change of anybody's.
    SELECT audit_table('dead_letters', 'nobody', 'id', 'body', 'delivery_key', 'UPDATE OR DELETE');
  `);
}
