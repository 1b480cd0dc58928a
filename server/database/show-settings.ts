import type { Knex } from 'knex';

/**
 * Does the work in a transaction in which the database is told these settings, which row-level security asks (migration
 * 019); they are forgotten with the transaction.
 */
export function withSettings<T>(
  knex: Knex,
  settings: Readonly<Record<`kindcast.${string}`, string>>,
  work: (db: Knex) => Promise<T>,
): Promise<T> {
  return knex.transaction(async (transaction) => {
    await showSettings(transaction, settings);
    return work(transaction);
  });
}

/** Tells the database these settings until the end of the transaction. */
export async function showSettings(
  transaction: Knex,
  settings: Readonly<Record<`kindcast.${string}`, string>>,
): Promise<void> {
  for (const [name, value] of Object.entries(settings))
    await transaction.raw('SELECT set_config(?, ?, true)', [name, value]);
}
