/**
 * What policies ask. Settings that were never made, or were made for a transaction that is over, mean nobody. Each is asked
 * as `(SELECT …)`, which PostgreSQL computes once a statement.
 */
export const helpers = `
  -- The organisations the request acts for; see server/http/act-as.ts.
  CREATE FUNCTION own_organisations() RETURNS text[] LANGUAGE sql STABLE
    RETURN string_to_array(coalesce(current_setting('kindcast.organisations', true), ''), ',');

  -- A request for the whole installation. And the owner of the tables, who is bound like everybody else (FORCE) unless he
  -- says so, or one of his triggers works.
  CREATE FUNCTION acts_for_all() RETURNS boolean LANGUAGE sql STABLE
    RETURN CASE WHEN current_user = 'kindcast_server' THEN coalesce(current_setting('kindcast.operator', true) = 'on', false)
      ELSE pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'organisations'::regclass), 'USAGE')
        AND (coalesce(current_setting('kindcast.operator', true) = 'on', false) OR pg_trigger_depth() > 0) END;

  -- The person who acts; of a key, nobody.
  CREATE FUNCTION own_person() RETURNS text LANGUAGE sql STABLE
    RETURN (SELECT actor ->> 'id' FROM (SELECT nullif(current_setting('kindcast.actor', true), '')::jsonb AS actor) a
      WHERE actor ->> 'kind' = 'person');

  -- Which answers kept for repeated requests are the caller's; as server/http/idempotency.ts begins their keys.
  CREATE FUNCTION own_answers() RETURNS text LANGUAGE sql STABLE
    RETURN (SELECT concat(actor ->> 'kind', ' ', actor ->> 'id', ' ')
      FROM (SELECT nullif(current_setting('kindcast.actor', true), '')::jsonb AS actor) a WHERE actor ->> 'id' <> '');

  -- Whoever shows an overlay's key sees and changes its session, and no other.
  CREATE FUNCTION shown_overlay_keys() RETURNS text[] LANGUAGE sql STABLE
    RETURN string_to_array(coalesce(current_setting('kindcast.overlay_keys', true), ''), ',');

  -- Arrays, so that what is asked for the caller's own is found by index.
  CREATE FUNCTION own_shops() RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT id FROM shops WHERE merchant_id = ANY (own_organisations()));
  CREATE FUNCTION own_domains() RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT domain FROM shops WHERE merchant_id = ANY (own_organisations()));
  CREATE FUNCTION own_projects() RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT id FROM projects WHERE charity_id = ANY (own_organisations()));
  CREATE FUNCTION own_accounts() RETURNS int[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT id FROM accounts
      WHERE kind IN ('merchant-owes', 'charity-in-transit', 'charity-owes-back', 'sponsor-committed')
          AND owner = ANY (own_organisations())
        OR kind IN ('project-pending', 'project-confirmed') AND owner = ANY (own_projects()));
  CREATE FUNCTION hosts_sessions() RETURNS boolean LANGUAGE sql STABLE
    RETURN EXISTS (SELECT FROM sessions WHERE organisation_id = ANY (own_organisations()));
  CREATE FUNCTION owns_topic(topic text) RETURNS boolean LANGUAGE sql STABLE
    RETURN CASE split_part(topic, ':', 1)
      WHEN 'shop' THEN EXISTS (SELECT FROM shops WHERE id = substr(topic, 6) AND merchant_id = ANY (own_organisations()))
      WHEN 'session' THEN EXISTS (
        SELECT FROM sessions WHERE id = substr(topic, 9) AND organisation_id = ANY (own_organisations()))
      WHEN 'project' THEN EXISTS (
        SELECT FROM projects WHERE id = substr(topic, 9) AND charity_id = ANY (own_organisations()))
      ELSE false END;

  -- Shops that have given to the caller's projects, as every total of theirs tells in public.
  CREATE FUNCTION own_givers() RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT substr(topic, 6) FROM topic_projects
      WHERE project_id = ANY (own_projects()) AND starts_with(topic, 'shop:'));

  -- In which shop and session a gift to one of the caller's projects was made; of the order itself its charity sees nothing.
  -- It works as the role that reads all books, because whatever else could tell would have to open the orders to charities.
  CREATE FUNCTION where_given(order_id bigint) RETURNS TABLE (shop_id text, session_id text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT o.shop_id, o.session_id FROM orders o WHERE o.id = $1 AND (
        coalesce(current_setting('kindcast.operator', true) = 'on', false)
        OR EXISTS (SELECT FROM gifts g JOIN projects p ON p.id = g.project_id
          WHERE g.order_id = $1 AND p.charity_id = ANY (own_organisations())))
    $$;
  REVOKE EXECUTE ON FUNCTION where_given FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION where_given TO kindcast_server;
  GRANT CREATE ON SCHEMA public TO kindcast_checks;
  ALTER FUNCTION where_given OWNER TO kindcast_checks;
  REVOKE CREATE ON SCHEMA public FROM kindcast_checks;

  -- Whose a session and a shop are stands where they are linked as well, so that no two policies ask each other.
  ALTER TABLE session_shops ADD COLUMN organisation_id text, ADD COLUMN merchant_id text;
  CREATE FUNCTION session_shops_know_whose() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.organisation_id := (SELECT organisation_id FROM sessions WHERE id = NEW.session_id);
      NEW.merchant_id := (SELECT merchant_id FROM shops WHERE id = NEW.shop_id);
      RETURN NEW;
    END $$;
  CREATE TRIGGER session_shops_know_whose BEFORE INSERT ON session_shops
    FOR EACH ROW EXECUTE FUNCTION session_shops_know_whose();
  UPDATE session_shops k SET organisation_id = s.organisation_id, merchant_id = h.merchant_id
    FROM sessions s, shops h WHERE s.id = k.session_id AND h.id = k.shop_id;
  CREATE FUNCTION shops_of_own_sessions() RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT DISTINCT shop_id FROM session_shops WHERE organisation_id = ANY (own_organisations()));
  CREATE INDEX session_shops_of_organisation ON session_shops (organisation_id);
  CREATE INDEX session_shops_of_merchant ON session_shops (merchant_id);`;
