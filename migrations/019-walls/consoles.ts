import { wallsWith, type Windows } from './window.js';

const own = (column: string) => `${column} = ANY ((SELECT own_organisations())::text[])`;
const ownShop = 'shop_id = ANY ((SELECT own_shops())::text[])';
const byItsLink = `encode(token_sha256, 'hex') = (SELECT current_setting('kindcast.invitation', true))`;
const signIn = { kindcast_people: 'all' } as const;

/** The tables of people, consoles and outgoing webhooks (013 to 018): whose their rows are. */
const sight: Windows = {
  // 013: who signs in and with what is the business of sign-in alone
  people: {
    ...signIn,
    kindcast_server: {
      sees: `id = (SELECT own_person()) OR EXISTS (SELECT FROM members m WHERE m.person_id = people.id OFFSET 0)`,
    },
  },
  person_sessions: signIn,
  person_accounts: signIn,
  person_proofs: signIn,
  person_second_factors: signIn,
  person_passkeys: signIn,
  sign_in_limits: signIn,
  operators: signIn,
  members: {
    ...signIn,
    kindcast_server: {
      ...everythingOf('organisation_id'),
      sees: `${own('organisation_id')} OR person_id = (SELECT own_person())`,
    },
  },
  // Whoever has the link of one sees it, and says that it is accepted once it lets him in.
  invitations: {
    ...signIn,
    kindcast_server: {
      ...everythingOf('organisation_id'),
      sees: `${own('organisation_id')} OR ${byItsLink}`,
      changes: `${own('organisation_id')} OR ${byItsLink}`,
    },
  },
  api_keys: { ...signIn, kindcast_server: everythingOf('organisation_id') },
  // 015
  webhook_endpoints: { kindcast_server: everythingOf('organisation_id'), kindcast_jobs: 'all' },
  webhook_events: {
    kindcast_server: { sees: own('organisation_id'), adds: own('organisation_id') },
    kindcast_jobs: 'all',
  },
  webhook_deliveries: {
    kindcast_server: {
      sees: own('organisation_id'),
      adds: own('organisation_id'),
      changes: own('organisation_id'),
    },
    kindcast_jobs: 'all',
  },
  webhook_news: { kindcast_server: { adds: 'true' }, kindcast_jobs: 'all' },
  webhook_milestones: { kindcast_jobs: 'all' },
  webhook_sequence: { kindcast_jobs: 'all' },
  // 016
  products: {
    kindcast_server: {
      sees: 'EXISTS (SELECT FROM shops s WHERE s.id = products.shop_id OFFSET 0)',
      adds: ownShop,
      changes: ownShop,
    },
  },
  rule_drafts: { kindcast_server: { sees: ownShop, adds: ownShop, changes: ownShop, removes: ownShop } },
  // 017: who asks where, and what the merchant says
  shop_requests: {
    kindcast_server: {
      sees: `${own('streamer_id')} OR domain = ANY ((SELECT own_domains())::text[])`,
      // A merchant may invite who has not asked.
      adds: `${own('streamer_id')} OR domain = ANY ((SELECT own_domains())::text[])`,
      removes: `${own('streamer_id')} OR domain = ANY ((SELECT own_domains())::text[])`,
    },
  },
  shop_streamers: {
    kindcast_server: {
      sees: `${own('merchant_id')} OR ${own('streamer_id')}`,
      adds: `${own('merchant_id')} AND ${ownShop}`,
      changes: own('merchant_id'),
      // A host gives up what was allowed; what was denied stands.
      removes: `${own('merchant_id')} OR ${own('streamer_id')} AND state = 'allowed'`,
    },
  },
  // 018
  charity_profiles: {
    kindcast_server: { sees: own('charity_id'), adds: own('charity_id'), changes: own('charity_id') },
    kindcast_public: 'all',
  },
  charity_verifications: {
    kindcast_server: { sees: own('charity_id'), adds: own('charity_id'), changes: own('charity_id') },
  },
  charity_evidence: { kindcast_server: { ...addedBy('charity_id'), removes: own('charity_id') } },
  charity_evidence_files: { kindcast_server: { ...addedBy('charity_id'), removes: own('charity_id') } },
  // Operators decide; they act for all.
  charity_decisions: { kindcast_server: { sees: own('charity_id') } },
  project_reports: { kindcast_server: { sees: 'true', adds: own('charity_id') }, kindcast_public: 'all' },
};

function addedBy(column: string) {
  return { sees: own(column), adds: own(column) };
}

function everythingOf(column: string) {
  return { ...addedBy(column), changes: own(column), removes: own(column) };
}

/** Shops that have answered a host are there for it. */
const shopsForHosts = `
  CREATE FUNCTION shops_that_answered() RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT shop_id FROM shop_streamers WHERE streamer_id = ANY (own_organisations()));
  CREATE POLICY kindcast_server_hosts ON shops FOR SELECT TO kindcast_server
    USING (id = ANY ((SELECT shops_that_answered())::text[]));`;

export const consoleWalls = [
  ...Object.entries(sight).map(([table, roles]) => wallsWith({ [table]: roles })),
  shopsForHosts,
];

const signInTables = [
  'people',
  'person_sessions',
  'person_accounts',
  'person_proofs',
  'person_second_factors',
  'person_passkeys',
  'sign_in_limits',
  'operators',
  'members',
  'invitations',
  'api_keys',
];

/** What each role does with these tables; what the API's role does not do itself is taken from it. */
export const consoleRights = [
  ...signInTables.map((table) => `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO kindcast_people;`),
  ...signInTables.slice(1, 7).map((table) => `REVOKE ALL ON ${table} FROM kindcast_server;`),
  'REVOKE INSERT, UPDATE, DELETE ON people FROM kindcast_server;',
  'GRANT SELECT, UPDATE (last_success_at, enabled, disabled_reason) ON webhook_endpoints TO kindcast_jobs;',
  'GRANT SELECT, INSERT, DELETE, UPDATE (created_at) ON webhook_events TO kindcast_jobs;',
  'GRANT SELECT, INSERT, DELETE, UPDATE ON webhook_deliveries TO kindcast_jobs;',
  'GRANT SELECT, DELETE ON webhook_news TO kindcast_jobs;',
  'GRANT SELECT, INSERT ON webhook_milestones TO kindcast_jobs;',
  'GRANT SELECT, UPDATE (told) ON webhook_sequence TO kindcast_jobs;',
  `REVOKE UPDATE (last_success_at) ON webhook_endpoints FROM kindcast_server;
   REVOKE UPDATE (log), DELETE ON webhook_deliveries FROM kindcast_server;
   REVOKE DELETE ON webhook_events FROM kindcast_server;
   REVOKE SELECT, DELETE ON webhook_news FROM kindcast_server;`,
  'REVOKE ALL ON webhook_milestones, webhook_sequence FROM kindcast_server;',
  'GRANT SELECT (scheduled_for, cancelled_at) ON sessions TO kindcast_public;',
  'GRANT SELECT ON charity_profiles, project_reports TO kindcast_public;',
  'GRANT SELECT (dismissed_at) ON dead_letters TO kindcast_intake;',
  'GRANT UPDATE (dismissed_at, dismissed_reason) ON dead_letters TO kindcast_server;',
  // Which schema it is, for the operator's report of health.
  'GRANT SELECT (name) ON knex_migrations TO kindcast_server;',
];
