import knexModule, { type Knex } from 'knex';
import { migrationSource } from '../../migrations/index.js';
import type { DatabaseAddress } from './database.js';

/**
 * Brings the database to the newest schema, as its owner. Several servers may start at once: knex's lock lets one
 * migrate, and the others wait for it here.
 */
export async function migrate(address: DatabaseAddress): Promise<void> {
  const knex = knexModule({
    client: 'pg',
    connection: address.owner as Knex.PgConnectionConfig,
    pool: { min: 0, max: 1 },
    migrations: { migrationSource },
    // What fails is thrown; knex would print the whole statement beside it.
    log: { error: () => undefined, warn: () => undefined },
  });
  try {
    await knex.transaction(async (turn) => {
      // One at a time over the whole database, however many servers start; freed with the transaction, also by a crash.
      await turn.raw(`SELECT pg_advisory_xact_lock(hashtext('kindcast migrations'))`);
      await turn.migrate.latest({ migrationSource, disableMigrationsListValidation: false, disableTransactions: true });
    });
  } finally {
    await knex.destroy();
  }
}
