import { expect } from 'chai';
import pg from 'pg';
import { databaseRoles, roleName, type DatabaseRole } from '../../server/database/roles.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';

/** Tables without row-level security, and why. A new table belongs behind the wall, or here. */
const openTables: Record<string, string> = {
  knex_migrations: 'names of migrations, which the report of health reads; none of our roles writes there',
  knex_migrations_lock: 'one flag, for migrations alone',
  kept_secrets: 'sealed, and for the owner alone',
};

/** What a role must not be able to do, whatever rows are in the tables. */
const forbidden: Record<DatabaseRole, readonly string[]> = {
  server: [
    'SELECT sha256 FROM operator_key',
    'INSERT INTO orders (id, shop_id, store_order_id, state) VALUES (1, $$s$$, $$o$$, $$[]$$)',
    'UPDATE gifts SET pledged = 0',
    'INSERT INTO transfers (amount) VALUES (1)',
    'UPDATE accounts SET credits = 0',
    'UPDATE rule_caps SET given = 0',
    'UPDATE giving_rules SET share = NULL',
    'UPDATE topic_totals SET pledged = 0',
    'INSERT INTO audit_trail (actor, action, subject_table, subject_id) VALUES ($${}$$, $$created$$, $$x$$, $$x$$)',
    'UPDATE sessions SET token = $$mine$$',
    'DELETE FROM dead_letters',
  ],
  intake: [
    'SELECT sha256 FROM operator_key',
    'SELECT overlay_key FROM sessions',
    'SELECT FROM audit_trail',
    'SELECT body FROM dead_letters',
    'SELECT answer FROM idempotency_keys',
    'INSERT INTO organisations (id, kind, name) VALUES ($$o$$, $$charity$$, $$Mine$$)',
    'UPDATE shops SET webhook_secret = NULL',
    'INSERT INTO giving_rules (rule_id) VALUES ($$r$$)',
    'DELETE FROM orders',
    'DELETE FROM gifts',
  ],
  public: [
    'SELECT webhook_secret FROM shops',
    'SELECT token FROM sessions',
    'SELECT overlay_key FROM sessions',
    'SELECT FROM accounts',
    'SELECT FROM dead_letters',
    'SELECT FROM audit_trail',
    'SELECT FROM idempotency_keys',
    'SELECT FROM operator_key',
    'UPDATE topics SET title = $$mine$$',
    'INSERT INTO topics (topic, title) VALUES ($$session:x$$, $$mine$$)',
    'DELETE FROM topic_history',
  ],
  jobs: [
    'SELECT webhook_secret FROM shops',
    'SELECT token FROM sessions',
    'SELECT overlay_key FROM sessions',
    'SELECT state FROM orders',
    'SELECT FROM accounts',
    'SELECT body FROM dead_letters',
    'SELECT answer FROM idempotency_keys',
    'UPDATE topic_totals SET pledged = 0',
    'DELETE FROM topics',
  ],
  checks: [
    'SELECT webhook_secret FROM shops',
    'SELECT FROM sessions',
    'SELECT FROM dead_letters',
    'SELECT FROM audit_trail',
    'UPDATE accounts SET credits = 0',
    'INSERT INTO transfers (amount) VALUES (1)',
    'DELETE FROM gifts',
  ],
  people: [
    'SELECT FROM orders',
    'SELECT FROM gifts',
    'SELECT FROM shops',
    'SELECT FROM sessions',
    'SELECT FROM dead_letters',
    'UPDATE operator_key SET sha256 = $$$$',
    'DELETE FROM operator_key',
  ],
};

describe('the walls in the catalog', () => {
  let database: TestDatabase;
  before(async () => (database = await copyDatabase()));
  after(() => database.drop());

  it('stand around every table, also for its owner', async () => {
    const { rows } = await database.pool.query<{ name: string; walled: boolean }>(
      `SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS walled FROM pg_class
       WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`,
    );
    const open = rows.filter(({ walled }) => !walled).map(({ name }) => name);
    expect(
      open.filter((name) => !(name in openTables)),
      'tables without a wall, and without a reason',
    ).to.deep.equal([]);
    expect(rows.length).to.be.greaterThan(20);
  });

  it('let nobody at the tables that have none, but for reading the names of migrations', async () => {
    const { rows } = await database.pool.query(
      `SELECT c.relname, r.rolname, has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE') AS writes
       FROM pg_class c, pg_roles r WHERE c.relname = ANY ($1) AND r.rolname = ANY ($2)
         AND (has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE') OR has_any_column_privilege(r.oid, c.oid, 'SELECT'))`,
      [Object.keys(openTables), databaseRoles.map(roleName)],
    );
    expect(rows).to.deep.equal([{ relname: 'knex_migrations', rolname: 'kindcast_server', writes: false }]);
  });

  it('have a window wherever a role has a right, and a right wherever it has a window', async () => {
    const { rows } = await database.pool.query(
      `SELECT c.relname, r.rolname, has_any_column_privilege(r.oid, c.oid, 'SELECT') AS may,
         EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND r.oid = ANY (p.polroles) AND p.polcmd IN ('r', '*')) AS sees
       FROM pg_class c, pg_roles r WHERE c.relrowsecurity AND r.rolname = ANY ($1)`,
      [databaseRoles.map(roleName)],
    );
    const uneven = rows.filter(({ may, sees }) => may !== sees);
    // Who is an operator, and dead letters, are the operators' alone: they see all, and nobody else any.
    const operatorsOnly = ['kindcast_server dead_letters', 'kindcast_server operators'];
    for (const { relname, rolname } of uneven) expect(operatorsOnly).to.include(`${rolname} ${relname}`);
  });

  it('let nobody but sign-in at passwords, second factors, passkeys and sessions', async () => {
    const { rows } = await database.pool.query(
      `SELECT c.relname, r.rolname FROM pg_class c, pg_roles r
       WHERE c.relkind = 'r' AND c.relname LIKE 'person\\_%' AND r.rolname = ANY ($1) AND r.rolname <> 'kindcast_people'
         AND (has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE') OR has_any_column_privilege(r.oid, c.oid, 'SELECT'))`,
      [databaseRoles.map(roleName)],
    );
    expect(rows).to.deep.equal([]);
  });

  it('belong to no role of ours, and no role of ours may pass by them', async () => {
    const { rows } = await database.pool.query(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'kindcast\\_%' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
         OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = pg_roles.oid)
         OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = pg_roles.oid))`,
    );
    expect(rows).to.deep.equal([]);
  });

  for (const role of databaseRoles)
    it(`keep ${roleName(role)} from what is not its work`, async () => {
      const client = new pg.Client(database.address.roles[role]);
      await client.connect();
      for (const attempt of [
        ...forbidden[role],
        'CREATE TABLE mine (id int)',
        'ALTER TABLE shops DISABLE ROW LEVEL SECURITY',
      ]) {
        const outcome = await client.query(attempt).then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
        expect(outcome, attempt).to.equal('42501');
      }
      await client.end();
    });
});
