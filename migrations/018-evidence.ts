import type { Knex } from 'knex';

/**
 * Who a charity is and the evidence for it, and that no money is on its way to one that nobody has verified; what
 * charities report of their projects; dead letters that a person has laid aside.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- NULL: not verified, or not any more
    ALTER TABLE organisations ADD COLUMN verified_at timestamptz CHECK (verified_at IS NULL OR kind = 'charity');
    GRANT UPDATE (name, country, registration_number, verified_at) ON organisations TO kindcast_server;

    CREATE TABLE charity_profiles (
      charity_id text PRIMARY KEY REFERENCES organisations,
      about_zh text,
      about_en text,
      website text,
      contact text
    );

    CREATE TABLE charity_verifications (
      charity_id text PRIMARY KEY REFERENCES organisations,
      -- grows with whatever an operator has to look at, so that he decides on what he has really seen
      version int NOT NULL DEFAULT 1,
      -- since when it waits for an operator; NULL: nobody has asked
      asked_at timestamptz,
      refused_at timestamptz,
      refused_reason text,
      -- what has changed since it was verified last: registration, fundraising-permission, bank or profile
      changed text[] NOT NULL DEFAULT '{}'
    );

    CREATE TABLE charity_evidence (
      id text PRIMARY KEY,
      charity_id text NOT NULL REFERENCES organisations,
      kind text NOT NULL CHECK (kind IN ('registration', 'fundraising-permission', 'bank', 'other')),
      file_name text NOT NULL,
      media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
      bytes int NOT NULL CHECK (bytes BETWEEN 1 AND 10485760),
      sha256 bytea NOT NULL,
      uploaded_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX evidence_of_charity ON charity_evidence (charity_id, uploaded_at DESC);

    -- apart from what lists and the audit trail read; sealed: papers of people and banks
    CREATE TABLE charity_evidence_files (
      evidence_id text PRIMARY KEY REFERENCES charity_evidence ON DELETE CASCADE,
      charity_id text NOT NULL REFERENCES organisations,
      sealed bytea NOT NULL
    );
    -- what is sealed cannot be compressed
    ALTER TABLE charity_evidence_files ALTER COLUMN sealed SET STORAGE EXTERNAL;

    CREATE TABLE charity_decisions (
      id text PRIMARY KEY,
      charity_id text NOT NULL REFERENCES organisations,
      decision text NOT NULL CHECK (decision IN ('verified', 'refused')),
      -- a note for operators when verified, the reason for the charity when refused
      note text,
      evidence_ids text[] NOT NULL,
      version int NOT NULL,
      decided_by text NOT NULL,
      decided_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX decisions_of_charity ON charity_decisions (charity_id, decided_at DESC);
    CREATE TRIGGER charity_decisions_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON charity_decisions
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    GRANT SELECT, INSERT ON charity_profiles, charity_verifications, charity_evidence, charity_evidence_files,
      charity_decisions TO kindcast_server;
    GRANT UPDATE (about_zh, about_en, website, contact) ON charity_profiles TO kindcast_server;
    GRANT UPDATE (version, asked_at, refused_at, refused_reason, changed) ON charity_verifications TO kindcast_server;
    GRANT DELETE ON charity_evidence, charity_evidence_files TO kindcast_server;

    -- Whatever way the facts change: who was verified by them has to be looked at again, and waits for it at once.
    CREATE FUNCTION charity_facts_changed(charity text, was timestamptz, what text) RETURNS void LANGUAGE sql AS $$
      INSERT INTO charity_verifications AS v (charity_id, asked_at, changed)
        VALUES (charity, CASE WHEN was IS NOT NULL THEN now() END, CASE WHEN was IS NOT NULL THEN ARRAY[what] ELSE '{}' END)
        ON CONFLICT (charity_id) DO UPDATE SET version = v.version + 1,
          asked_at = CASE WHEN was IS NOT NULL THEN now() ELSE v.asked_at END,
          changed = CASE WHEN (was IS NOT NULL OR cardinality(v.changed) > 0) AND what <> ALL (v.changed)
            THEN v.changed || what ELSE v.changed END
    $$;
    CREATE FUNCTION watch_charity_facts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.verified_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.verified_at IS NULL)
          AND coalesce(current_setting('kindcast.operator', true), '') <> 'on'
        THEN RAISE EXCEPTION 'only an operator verifies a charity' USING ERRCODE = 'KC002'; END IF;
        IF TG_OP = 'UPDATE' AND (NEW.name, NEW.country, NEW.registration_number)
          IS DISTINCT FROM (OLD.name, OLD.country, OLD.registration_number)
        THEN
          PERFORM charity_facts_changed(NEW.id, OLD.verified_at, 'profile');
          NEW.verified_at := NULL;
        END IF;
        RETURN NEW;
      END $$;
    CREATE TRIGGER charity_facts BEFORE INSERT OR UPDATE ON organisations
      FOR EACH ROW WHEN (NEW.kind = 'charity') EXECUTE FUNCTION watch_charity_facts();
    CREATE FUNCTION watch_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        piece charity_evidence := coalesce(NEW, OLD);
        was timestamptz;
      BEGIN
        IF piece.kind <> 'other' THEN
          UPDATE organisations o SET verified_at = NULL FROM (SELECT id, verified_at FROM organisations
            WHERE id = piece.charity_id FOR UPDATE) b WHERE o.id = b.id AND b.verified_at IS NOT NULL
            RETURNING b.verified_at INTO was;
        END IF;
        PERFORM charity_facts_changed(piece.charity_id, was, piece.kind);
        RETURN NULL;
      END $$;
    CREATE TRIGGER evidence_is_watched AFTER INSERT OR DELETE ON charity_evidence
      FOR EACH ROW EXECUTE FUNCTION watch_evidence();

    -- The wall before every payout. Whoever pays out holds the charity's row until he has committed, so that a change
    -- of its bank account cannot slip in between.
    CREATE FUNCTION may_receive_payout(charity text) RETURNS boolean LANGUAGE sql STABLE
      RETURN EXISTS (SELECT FROM organisations WHERE id = charity AND kind = 'charity' AND verified_at IS NOT NULL);
    CREATE FUNCTION refuse_payout_to_unverified() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      BEGIN
        PERFORM FROM organisations WHERE id = NEW.owner FOR SHARE;
        IF NOT may_receive_payout(NEW.owner)
        THEN RAISE EXCEPTION 'charity % is not verified and cannot receive a payout', NEW.owner USING ERRCODE = 'KC002'; END IF;
        RETURN NEW;
      END $$;
    CREATE TRIGGER payouts_go_to_the_verified BEFORE UPDATE OF credits ON accounts FOR EACH ROW
      WHEN (NEW.kind = 'charity-in-transit' AND NEW.credits > OLD.credits) EXECUTE FUNCTION refuse_payout_to_unverified();
    CREATE TRIGGER payouts_begin_at_nothing BEFORE INSERT ON accounts FOR EACH ROW
      WHEN (NEW.kind = 'charity-in-transit' AND NEW.credits > 0) EXECUTE FUNCTION refuse_payout_to_unverified();

    ALTER TABLE projects ADD COLUMN archived_at timestamptz;
    GRANT UPDATE (title, goal, impact_unit, impact_cost, archived_at) ON projects TO kindcast_server;
    -- who gives to a project, without reading every topic
    CREATE INDEX topic_projects_of_project ON topic_projects (project_id);

    CREATE TABLE project_reports (
      id text PRIMARY KEY,
      project_id text NOT NULL REFERENCES projects,
      charity_id text NOT NULL REFERENCES organisations,
      title text NOT NULL,
      body text NOT NULL,
      period_from date NOT NULL,
      period_until date NOT NULL CHECK (period_until >= period_from),
      published_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX reports_of_project ON project_reports (project_id, published_at DESC);
    CREATE TRIGGER project_reports_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON project_reports
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    GRANT SELECT, INSERT ON project_reports TO kindcast_server;

    ALTER TABLE dead_letters ADD COLUMN dismissed_at timestamptz, ADD COLUMN dismissed_reason text,
      ADD CHECK ((dismissed_at IS NULL) = (dismissed_reason IS NULL));

    SELECT audit_table('charity_profiles', 'column:charity_id', 'charity_id');
    SELECT audit_table('charity_evidence', 'column:charity_id', 'id', '', 'sha256');
    SELECT audit_table('charity_decisions', 'column:charity_id', 'id', '', '', 'INSERT');
    SELECT audit_table('project_reports', 'column:charity_id', 'id', '', '', 'INSERT');
  `);
}
