import pg from 'pg';
import { addressOfUrl, databaseRoles, roleName } from '../../server/database/roles.js';
import { emptyDatabase, type TestDatabase } from './one-database-server.js';

/** A database whose owner is no superuser, as managed PostgreSQL hands it out; somebody else has made the roles. */
export interface OwnedDatabase extends TestDatabase {
  /** As the owner of the tables, whom row-level security binds. */
  asPlainOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T>;
}

/**
 * An empty one.
 *
 * @param may what the owner may beside owning it: has he been granted our roles?
 */
export async function databaseOfPlainOwner({ granted = true } = {}): Promise<OwnedDatabase> {
  const database = await emptyDatabase();
  const owner = `owner_of_${database.name}`;
  await database.asOwner(async (admin) => {
    await admin.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'test'; ALTER DATABASE ${database.name} OWNER TO ${owner}`);
    if (granted)
      for (const role of databaseRoles)
        await admin.query(`GRANT ${roleName(role)} TO ${owner} WITH INHERIT FALSE, SET TRUE`);
  });
  const url = new URL(database.url);
  [url.username, url.password] = [owner, 'test'];
  const address = addressOfUrl(url.href);
  return {
    ...database,
    url: url.href,
    address,
    async asPlainOwner(work) {
      const client = new pg.Client(address.owner);
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    },
  };
}
