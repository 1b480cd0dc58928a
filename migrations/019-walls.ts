import type { Knex } from 'knex';
import { consoleRights, consoleWalls } from './019-walls/consoles.js';
import { helpers } from './019-walls/helpers.js';
import { rights } from './019-walls/rights.js';
import { roles } from './019-walls/roles.js';
import { sight } from './019-walls/sight.js';
import { wallsWith } from './019-walls/window.js';

/**
 * Walls inside the database: a role for each kind of work with the rights it needs, and row-level security that shows a
 * request the rows of its own organisations only. Why, and what it does not protect from: docs/decisions/0020-walls.md.
 *
 * Breaks older servers: stop them first. Their one role may not record orders any more.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(roles);
  await knex.raw(helpers);
  await knex.raw(rights);
  await knex.raw(wallsWith(sight));
  for (const line of consoleRights) await knex.raw(line);
  for (const wall of consoleWalls) await knex.raw(wall);
}
