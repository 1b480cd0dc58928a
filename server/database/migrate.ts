import knexModule, { type Knex } from 'knex';
import { migrationSource } from '../../migrations/index.js';
import { DatabaseStartError } from './embedded-errors.js';
import type { DatabaseAddress } from './roles.js';

/**
 * Brings the database to the newest schema, as its owner. Several servers may start at once: knex's lock lets one
 * migrate, and the others wait for it here.
 *
 * @throws {DatabaseStartError} when a newer Kindcast has been at work here: this one would not know what its rows mean
 */
export async function migrate(address: Pick<DatabaseAddress, 'owner'>): Promise<void> {
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
      // The owner is bound by row-level security, too, and would move no rows without a word (docs/decisions/0020-walls.md).
      await turn.raw(`SELECT set_config('kindcast.operator', 'on', true)`);
      await assertNotNewer(turn);
      await turn.migrate.latest({ migrationSource, disableMigrationsListValidation: false, disableTransactions: true });
    });
  } finally {
    await knex.destroy();
  }
}

async function assertNotNewer(knex: Knex): Promise<void> {
  if (!(await knex.schema.hasTable('knex_migrations'))) return;
  const known = new Set(await migrationSource.getMigrations([]));
  const applied = await knex<{ name: string }>('knex_migrations').orderBy('id').pluck('name');
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new DatabaseStartError(
      `This database was set up by a newer Kindcast (it has ${unknown.join(', ')}, which this version does not know); start that version, or restore the backup made before the upgrade.`,
    );
}
