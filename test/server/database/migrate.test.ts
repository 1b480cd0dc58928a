import { expect } from 'chai';
import { DatabaseStartError } from '../../../server/database/embedded-errors.js';
import { migrate } from '../../../server/database/migrate.js';
import { copyDatabase } from '../../support/one-database-server.js';

describe('migrating', () => {
  it('refuses a database that a newer Kindcast has been at work in, changing nothing', async () => {
    const database = await copyDatabase();
    const applied = () =>
      database.asOwner(async (owner) => (await owner.query('SELECT name FROM knex_migrations ORDER BY id')).rows);
    await database.asOwner((owner) =>
      owner.query(`INSERT INTO knex_migrations (name, batch, migration_time) VALUES ('901-of-the-future', 2, now())`),
    );
    const before = await applied();
    const error = await migrate(database.address).catch((failure: unknown) => failure);
    expect(error).to.be.instanceOf(DatabaseStartError);
    expect((error as Error).message).to.match(/^This database was set up by a newer Kindcast .*901-of-the-future.*\.$/);
    expect(await applied()).to.deep.equal(before);
    await database.drop();
  });
});
