import type { Knex } from 'knex';

/** Where a shop is at home, for the board of regions, and which pages beside its own domain show its feed. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE shops
      ADD COLUMN region text CHECK (length(region) BETWEEN 1 AND 60),
      ADD COLUMN origins text[] NOT NULL DEFAULT '{}' CHECK (cardinality(origins) <= 10);

    GRANT UPDATE (origins) ON shops TO kindcast_server;
  `);
}
