import type { Knex } from 'knex';
import * as serverRole from './001-server-role.js';
import * as organisationsAndShops from './002-organisations-and-shops.js';
import * as ledger from './003-ledger.js';
import * as totals from './004-totals.js';
import * as sessions from './005-sessions.js';
import * as giving from './006-giving.js';
import * as intakeAndKeys from './007-intake-and-keys.js';
import * as leanBooks from './008-lean-books.js';
import * as shopRegionAndOrigins from './009-shop-region-and-origins.js';
import * as topicHistory from './010-topic-history.js';
import * as overlayKeys from './011-overlay-keys.js';
import * as organisationKinds from './012-organisation-kinds.js';
import * as people from './013-people.js';
import * as auditTrail from './014-audit-trail.js';
import * as webhookEndpoints from './015-webhook-endpoints.js';
import * as products from './016-products.js';
import * as streamers from './017-streamers.js';
import * as evidence from './018-evidence.js';
import * as walls from './019-walls.js';
import * as sealedAnswers from './020-sealed-answers.js';
import * as auditPeople from './021-audit-people.js';
import * as keptSecrets from './022-kept-secrets.js';
import * as auditAccounts from './023-audit-accounts.js';

/** Every migration, in order. A name, once landed, never changes: the database remembers it. */
const migrations: Record<string, { up(knex: Knex): Promise<void> }> = {
  '001-server-role': serverRole,
  '002-organisations-and-shops': organisationsAndShops,
  '003-ledger': ledger,
  '004-totals': totals,
  '005-sessions': sessions,
  '006-giving': giving,
  '007-intake-and-keys': intakeAndKeys,
  '008-lean-books': leanBooks,
  '009-shop-region-and-origins': shopRegionAndOrigins,
  '010-topic-history': topicHistory,
  '011-overlay-keys': overlayKeys,
  '012-organisation-kinds': organisationKinds,
  '013-people': people,
  '014-audit-trail': auditTrail,
  '015-webhook-endpoints': webhookEndpoints,
  '016-products': products,
  '017-streamers': streamers,
  '018-evidence': evidence,
  '019-walls': walls,
  '020-sealed-answers': sealedAnswers,
  '021-audit-people': auditPeople,
  '022-kept-secrets': keptSecrets,
  '023-audit-accounts': auditAccounts,
};

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(migrations),
  getMigrationName: (name) => name,
  getMigration: async (name) => ({
    up: migrations[name]!.up,
    // Money tables are never taken back: going back means restoring a backup.
    down: async () => {
      throw new Error('Kindcast does not migrate down: restore the backup made before the upgrade.');
    },
  }),
};
