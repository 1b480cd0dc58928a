import type { Knex } from 'knex';

/** Double entry: accounts with their running sums, and transfers that nobody can change or delete. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE accounts (
      id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('merchant-owes', 'project-pending', 'project-confirmed', 'charity-in-transit',
        'charity-owes-back', 'bank-clearing', 'sponsor-committed')),
      owner text NOT NULL,
      currency text NOT NULL,
      debits bigint NOT NULL DEFAULT 0 CHECK (debits >= 0),
      credits bigint NOT NULL DEFAULT 0 CHECK (credits >= 0),
      UNIQUE (kind, owner, currency),
      UNIQUE (id, currency),
      CONSTRAINT not_overdrawn CHECK (
        kind NOT IN ('project-pending', 'project-confirmed', 'charity-in-transit') OR credits >= debits)
    ) WITH (fillfactor = 50);

    CREATE TABLE transfers (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      key text NOT NULL UNIQUE,
      kind text NOT NULL CHECK (kind IN ('pledge', 'reverse')),
      debit_account int NOT NULL,
      credit_account int NOT NULL CHECK (credit_account <> debit_account),
      currency text NOT NULL,
      amount bigint NOT NULL CHECK (amount > 0),
      event_at timestamptz NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now(),
      gift_id bigint,
      -- the currency is part of both references, so a transfer cannot cross currencies
      FOREIGN KEY (debit_account, currency) REFERENCES accounts (id, currency),
      FOREIGN KEY (credit_account, currency) REFERENCES accounts (id, currency)
    );

    -- Rights alone would not bind the tables' owner.
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only: post a correcting transfer instead', TG_TABLE_NAME USING ERRCODE = 'KC001'; END $$;
    CREATE TRIGGER transfers_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON transfers
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    GRANT SELECT, INSERT ON transfers, accounts TO kindcast_server;
    GRANT UPDATE (debits, credits) ON accounts TO kindcast_server;
  `);
}
