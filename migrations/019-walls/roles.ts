const made = ['intake', 'public', 'jobs', 'checks', 'people'];

/**
 * Beside kindcast_server (001), each made where the cluster does not have it yet. Who migrates may take on every one, but
 * has none of their rights by itself: `INHERIT FALSE`, which PostgreSQL knows from 16 on. Before that he has them all.
 */
export const roles = `
  DO $$ DECLARE
    role text;
    granting text := CASE WHEN current_setting('server_version_num')::int >= 160000
      THEN 'GRANT %I TO CURRENT_USER WITH INHERIT FALSE, SET TRUE' ELSE 'GRANT %I TO CURRENT_USER' END;
  BEGIN
    FOREACH role IN ARRAY ARRAY['${['server', ...made].map((name) => `kindcast_${name}`).join("', '")}'] LOOP
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', role); END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
      BEGIN
        EXECUTE format(granting, role);
      EXCEPTION WHEN insufficient_privilege THEN
        -- fine when an administrator has granted it beforehand
        IF NOT pg_has_role(role, 'MEMBER') THEN RAISE; END IF;
      END;
      EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role);
    END LOOP;
  END $$;
  -- PostgreSQL 14 still let every role make tables here.
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;`;
