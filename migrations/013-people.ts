import type { Knex } from 'knex';

/**
 * Who signs in and how (tables of better-auth, named by server/people/sign-in/sign-in-tables.ts), who belongs to which
 * organisation, who was invited, the keys of organisations' programs, and the installation's operators.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE people (
      id text PRIMARY KEY,
      name text NOT NULL,
      email text NOT NULL UNIQUE,
      email_verified boolean NOT NULL DEFAULT false,
      image text,
      -- of letters to this person
      language text,
      two_factor_enabled boolean DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE INDEX people_unconfirmed ON people (created_at) WHERE NOT email_verified;

    CREATE TABLE person_sessions (
      id text PRIMARY KEY,
      person_id text NOT NULL REFERENCES people ON DELETE CASCADE,
      -- half of the cookie; the other half is its signature, which the installation's secret key makes
      token text NOT NULL UNIQUE,
      ip_address text,
      user_agent text,
      -- when a code was given last; NULL: never in this session
      second_factor_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL
    );
    CREATE INDEX sessions_of_person ON person_sessions (person_id);
    CREATE INDEX person_sessions_over ON person_sessions (expires_at);

    CREATE TABLE person_accounts (
      id text PRIMARY KEY,
      person_id text NOT NULL REFERENCES people ON DELETE CASCADE,
      account_id text NOT NULL,
      provider_id text NOT NULL,
      -- salt and scrypt hash
      password text,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX accounts_of_person ON person_accounts (person_id);

    -- what somebody has to bring back within a time: of a reset, a passkey's challenge, a sign-in that waits for its code
    CREATE TABLE person_proofs (
      id text PRIMARY KEY,
      identifier text NOT NULL,
      value text NOT NULL,
      expires_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX person_proofs_identifier ON person_proofs (identifier);

    CREATE TABLE person_second_factors (
      id text PRIMARY KEY,
      person_id text NOT NULL REFERENCES people ON DELETE CASCADE,
      -- both encrypted with a key made of the installation's secret key
      secret text NOT NULL,
      backup_codes text NOT NULL,
      verified boolean DEFAULT true,
      failed_count int DEFAULT 0,
      locked_until timestamptz
    );
    CREATE INDEX second_factors_of_person ON person_second_factors (person_id);

    CREATE TABLE person_passkeys (
      id text PRIMARY KEY,
      person_id text NOT NULL REFERENCES people ON DELETE CASCADE,
      name text,
      public_key text NOT NULL,
      credential_id text NOT NULL,
      counter int NOT NULL,
      device_type text NOT NULL,
      backed_up boolean NOT NULL,
      transports text,
      aaguid text,
      created_at timestamptz
    );
    CREATE INDEX passkeys_of_person ON person_passkeys (person_id);
    CREATE INDEX passkeys_by_credential ON person_passkeys (credential_id);

    -- of rate-limiter-flexible; keys are hashes
    CREATE TABLE sign_in_limits (
      key varchar(255) PRIMARY KEY,
      points int NOT NULL DEFAULT 0,
      expire bigint
    );

    CREATE TABLE operators (
      person_id text PRIMARY KEY REFERENCES people ON DELETE CASCADE,
      granted_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE members (
      organisation_id text NOT NULL REFERENCES organisations,
      person_id text NOT NULL REFERENCES people ON DELETE CASCADE,
      role text NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
      created_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (organisation_id, person_id)
    );
    CREATE INDEX memberships_of_person ON members (person_id);

    CREATE TABLE invitations (
      id text PRIMARY KEY,
      organisation_id text NOT NULL REFERENCES organisations,
      email text NOT NULL,
      role text NOT NULL CHECK (role IN ('owner', 'editor', 'viewer')),
      token_sha256 bytea NOT NULL UNIQUE,
      invited_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      accepted_at timestamptz
    );
    CREATE INDEX invitations_of_organisation ON invitations (organisation_id, created_at DESC, id DESC);

    CREATE TABLE api_keys (
      id text PRIMARY KEY,
      organisation_id text NOT NULL REFERENCES organisations,
      name text NOT NULL,
      sha256 bytea NOT NULL UNIQUE,
      -- its first characters, by which people know it again
      hint text NOT NULL,
      scopes text[] NOT NULL,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz,
      last_used_at timestamptz,
      revoked_at timestamptz
    );
    CREATE INDEX api_keys_of_organisation ON api_keys (organisation_id, created_at DESC, id DESC);

    GRANT SELECT, INSERT, UPDATE, DELETE ON people, person_sessions, person_accounts, person_proofs,
      person_second_factors, person_passkeys, sign_in_limits, operators, members, invitations, api_keys
      TO kindcast_server;
    GRANT UPDATE (name, country, registration_number) ON organisations TO kindcast_server;
  `);
}
