import type { Knex } from 'knex';

/**
 * Organisations hear of what happens: where to send it, what was told, and how each sending went. Nothing of it is money;
 * all of it can be made again or forgotten. Why it stands like this: docs/decisions/0021-webhooks-out.md.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE webhook_endpoints (
      id text PRIMARY KEY,
      organisation_id text NOT NULL REFERENCES organisations,
      url text NOT NULL,
      events text[] NOT NULL CHECK (cardinality(events) > 0),
      description text,
      enabled boolean NOT NULL DEFAULT true,
      -- why it hears nothing: switched off by its people, answered 410, failed for days, or left too much waiting
      disabled_reason text CHECK (disabled_reason IN ('by-hand', 'gone', 'failed', 'overfull')),
      -- sealed with the installation's key; the one before still signs until previous_until
      secret bytea NOT NULL,
      previous_secret bytea,
      previous_until timestamptz,
      last_success_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      CHECK (enabled = (disabled_reason IS NULL)),
      CHECK ((previous_secret IS NULL) = (previous_until IS NULL)),
      UNIQUE (id, organisation_id)
    );
    CREATE INDEX webhook_endpoints_of_organisation ON webhook_endpoints (organisation_id);

    -- One happening as one organisation hears of it; the payload is the very text that is signed and sent.
    CREATE TABLE webhook_events (
      id text PRIMARY KEY,
      organisation_id text NOT NULL REFERENCES organisations,
      type text NOT NULL,
      at timestamptz NOT NULL,
      payload json NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (id, organisation_id)
    );
    CREATE INDEX webhook_events_by_age ON webhook_events (created_at);

    CREATE TABLE webhook_deliveries (
      id text PRIMARY KEY,
      organisation_id text NOT NULL,
      endpoint_id text NOT NULL,
      event_id text NOT NULL,
      -- when it is sent next; NULL: delivered, or given up
      next_at timestamptz,
      delivered_at timestamptz,
      -- sendings since it was first due or sent again by hand, and when the first of them was
      attempts int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      first_attempt_at timestamptz,
      -- when somebody last asked for it by hand
      asked_at timestamptz,
      -- the newest attempts, oldest first
      log json NOT NULL DEFAULT '[]',
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (event_id, endpoint_id),
      FOREIGN KEY (endpoint_id, organisation_id) REFERENCES webhook_endpoints (id, organisation_id) ON DELETE CASCADE,
      FOREIGN KEY (event_id, organisation_id) REFERENCES webhook_events (id, organisation_id)
    );
    CREATE INDEX webhook_deliveries_due ON webhook_deliveries (endpoint_id, next_at) WHERE next_at IS NOT NULL;
    CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (endpoint_id, created_at DESC, id DESC);
    CREATE INDEX webhook_deliveries_asked ON webhook_deliveries (endpoint_id, asked_at) WHERE asked_at IS NOT NULL;
    CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (created_at);

    -- What is no transfer and shall be told: written in the transaction in which it happens, gone once it has been told.
    CREATE TABLE webhook_news (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      type text NOT NULL,
      subject text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      -- the organisations that hear of it and what they hear; NULL: found by the subject
      heard_by text[],
      data json
    );

    -- Each share of a goal is told once for ever, also after the total fell and rose again.
    CREATE TABLE webhook_milestones (
      topic text NOT NULL,
      currency text NOT NULL,
      percent int NOT NULL,
      reached_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (topic, currency, percent)
    );

    -- One row: all transfers up to this one have been told. The salt hides how many orders an installation has.
    CREATE TABLE webhook_sequence (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      told bigint NOT NULL,
      salt uuid NOT NULL DEFAULT gen_random_uuid()
    );
    INSERT INTO webhook_sequence (told) SELECT coalesce(max(id), 0) FROM transfers;

    CREATE FUNCTION tell_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO webhook_news (type, subject) VALUES (CASE NEW.status WHEN 'live' THEN 'session.started' ELSE 'session.ended' END, NEW.id);
        RETURN NULL;
      END $$;
    CREATE TRIGGER sessions_are_told AFTER UPDATE OF status ON sessions FOR EACH ROW
      WHEN (NEW.status IS DISTINCT FROM OLD.status AND NEW.status IN ('live', 'ended')) EXECUTE FUNCTION tell_of_session();

    -- Who hears of a topic: the owner of a session and the merchants who sell in it; the charity of a project.
    CREATE FUNCTION webhook_hearers(topics text[]) RETURNS TABLE (topic text, organisation_id text) LANGUAGE sql STABLE AS $$
      SELECT 'session:' || s.id, s.organisation_id FROM sessions s
        WHERE s.id IN (SELECT substr(t, 9) FROM unnest(topics) AS t WHERE t LIKE 'session:%') AND s.organisation_id IS NOT NULL
      UNION SELECT 'session:' || x.session_id, shops.merchant_id FROM session_shops x JOIN shops ON shops.id = x.shop_id
        WHERE x.session_id IN (SELECT substr(t, 9) FROM unnest(topics) AS t WHERE t LIKE 'session:%')
      UNION SELECT 'project:' || p.id, p.charity_id FROM projects p
        WHERE p.id IN (SELECT substr(t, 9) FROM unnest(topics) AS t WHERE t LIKE 'project:%')
    $$;

    -- Whoever begins to listen hears of milestones from then on, not of those that lie behind: what his topics have
    -- reached is noted, unless somebody else is being told of them already. Sees all organisations: a session's total is
    -- of several.
    CREATE FUNCTION note_milestones_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      DECLARE
        own text[] := ARRAY(
          SELECT 'session:' || id FROM sessions WHERE organisation_id = NEW.organisation_id
          UNION SELECT 'session:' || x.session_id FROM session_shops x JOIN shops ON shops.id = x.shop_id
            WHERE shops.merchant_id = NEW.organisation_id
          UNION SELECT 'project:' || id FROM projects WHERE charity_id = NEW.organisation_id);
        told text[] := ARRAY(
          SELECT h.topic FROM webhook_hearers(own) h JOIN webhook_endpoints e USING (organisation_id)
          WHERE e.enabled AND 'milestone.reached' = ANY (e.events) AND e.id <> NEW.id);
      BEGIN
        INSERT INTO webhook_milestones (topic, currency, percent)
          SELECT t.topic, t.goal_currency, share.percent
          FROM topics t JOIN topic_totals s ON s.topic = t.topic AND s.currency = t.goal_currency
            CROSS JOIN unnest('{25,50,75,100}'::int[]) AS share (percent)
          WHERE t.topic = ANY (own) AND t.topic <> ALL (told)
            AND (s.pledged + s.confirmed + s.paid)::numeric * 100 >= t.goal::numeric * share.percent
          ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
    REVOKE EXECUTE ON FUNCTION note_milestones_before FROM PUBLIC;
    CREATE TRIGGER listeners_begin_now AFTER INSERT OR UPDATE OF enabled, events ON webhook_endpoints FOR EACH ROW
      WHEN (NEW.enabled AND 'milestone.reached' = ANY (NEW.events)) EXECUTE FUNCTION note_milestones_before();

    SELECT audit_table('webhook_endpoints', 'column:organisation_id', 'id', 'secret,previous_secret', 'last_success_at');

    -- The API's part, then what telling and sending need (jobs).
    GRANT SELECT, INSERT, DELETE ON webhook_endpoints TO kindcast_server;
    GRANT UPDATE (url, events, description, enabled, disabled_reason, secret, previous_secret, previous_until) ON webhook_endpoints
      TO kindcast_server;
    GRANT SELECT, INSERT ON webhook_events, webhook_deliveries TO kindcast_server;
    GRANT UPDATE (next_at, delivered_at, attempts, first_attempt_at, asked_at) ON webhook_deliveries TO kindcast_server;
    GRANT INSERT ON webhook_news TO kindcast_server;

    GRANT UPDATE (last_success_at) ON webhook_endpoints TO kindcast_server;
    GRANT UPDATE (log), DELETE ON webhook_deliveries TO kindcast_server;
    GRANT DELETE ON webhook_events TO kindcast_server;
    GRANT SELECT, DELETE ON webhook_news TO kindcast_server;
    GRANT SELECT, INSERT ON webhook_milestones TO kindcast_server;
    GRANT SELECT, UPDATE (told) ON webhook_sequence TO kindcast_server;
  `);
}
