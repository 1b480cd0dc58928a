import type { Knex } from 'knex';

/** The key in an overlay's address can be replaced, so that a link that got around stops working. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('GRANT UPDATE (overlay_key) ON sessions TO kindcast_server');
}
