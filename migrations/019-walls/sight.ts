import type { Windows } from './window.js';

const own = (column: string) => `${column} = ANY ((SELECT own_organisations())::text[])`;
const ownShop = 'shop_id = ANY ((SELECT own_shops())::text[])';

/** Looked up row by row: `OFFSET 0` keeps PostgreSQL from gathering all rows there are instead, as it likes to. */
const exists = (what: string) => `EXISTS (SELECT FROM ${what} OFFSET 0)`;

/** Beside what is said here, on every table: who acts for all (helpers.ts) sees and writes all rows. */
export const sight: Windows = {
  organisations: {
    // One that is being made: its id is made first, and the request acts for it from then on.
    kindcast_server: { sees: 'true', adds: own('id'), changes: own('id') },
    kindcast_public: 'all',
    kindcast_people: 'all',
  },
  projects: {
    kindcast_server: { sees: 'true', adds: own('charity_id'), changes: own('charity_id') },
    kindcast_public: 'all',
    kindcast_checks: 'all',
    kindcast_jobs: 'all',
  },
  shops: {
    // Beside the own ones those of the own sessions, and those that give to the own projects.
    kindcast_server: {
      sees: `${own('merchant_id')} OR id = ANY ((SELECT shops_of_own_sessions())::text[]) OR id = ANY ((SELECT own_givers())::text[])`,
      adds: own('merchant_id'),
      changes: own('merchant_id'),
    },
    kindcast_intake: 'all',
    kindcast_public: 'all',
    kindcast_jobs: 'all',
    kindcast_checks: 'all',
  },
  sessions: {
    kindcast_server: {
      sees: `${own('organisation_id')} OR overlay_key = ANY ((SELECT shown_overlay_keys())::text[])
        OR ${exists('session_shops k WHERE k.session_id = sessions.id')}`,
      adds: own('organisation_id'),
      changes: `${own('organisation_id')} OR overlay_key = ANY ((SELECT shown_overlay_keys())::text[])`,
    },
    kindcast_intake: 'all',
    kindcast_public: 'all',
    kindcast_jobs: 'all',
  },
  session_shops: {
    kindcast_server: {
      sees: `${own('organisation_id')} OR ${own('merchant_id')}`,
      adds: `${own('organisation_id')} AND merchant_id IS NOT NULL`,
      removes: own('organisation_id'),
    },
    kindcast_intake: 'all',
    kindcast_public: 'all',
    kindcast_jobs: 'all',
  },
  giving_rules: {
    kindcast_server: { sees: exists('shops s WHERE s.id = giving_rules.shop_id'), adds: ownShop },
    kindcast_intake: 'all',
    kindcast_public: 'all',
    kindcast_checks: 'all',
    kindcast_jobs: 'all',
  },
  giving_rule_projects: {
    kindcast_server: {
      sees: exists('giving_rules r WHERE r.id = giving_rule_projects.rule'),
      adds: `EXISTS (SELECT FROM giving_rules r WHERE r.id = giving_rule_projects.rule AND r.${ownShop})`,
    },
    kindcast_intake: 'all',
    kindcast_public: 'all',
    kindcast_checks: 'all',
  },
  rule_caps: {
    kindcast_server: {
      sees: exists('giving_rules r WHERE r.id = rule_caps.rule'),
      adds: `EXISTS (SELECT FROM giving_rules r WHERE r.id = rule_caps.rule AND r.${ownShop})`,
    },
    kindcast_intake: 'all',
    kindcast_public: 'all',
    kindcast_checks: 'all',
  },
  orders: {
    // A session's owner sees what was sold in it.
    kindcast_server: {
      sees: `${ownShop} OR (SELECT hosts_sessions())
        AND ${exists(`sessions s WHERE s.id = orders.session_id AND s.${own('organisation_id')}`)}`,
    },
    kindcast_intake: 'all',
    // The one order whose page of thanks is asked for; see server/giving/thanks.ts.
    kindcast_public: {
      sees: `shop_id = (SELECT current_setting('kindcast.order_shop', true))
        AND store_order_id = (SELECT current_setting('kindcast.order', true))`,
    },
    kindcast_checks: 'all',
    kindcast_jobs: 'all',
  },
  gifts: {
    kindcast_server: {
      sees: `project_id = ANY ((SELECT own_projects())::text[]) OR ${exists('orders o WHERE o.id = gifts.order_id')}`,
    },
    kindcast_intake: 'all',
    kindcast_public: { sees: 'order_id = (SELECT id FROM orders)' },
    kindcast_checks: 'all',
    kindcast_jobs: 'all',
  },
  transfers: {
    kindcast_server: {
      sees: `credit_account = ANY ((SELECT own_accounts())::int[]) OR debit_account = ANY ((SELECT own_accounts())::int[])
        OR (SELECT hosts_sessions()) AND ${exists('orders o WHERE o.id = transfers.order_id')}`,
    },
    kindcast_intake: { adds: 'true' },
    kindcast_public: { sees: 'order_id = (SELECT id FROM orders)' },
    kindcast_checks: 'all',
    kindcast_jobs: 'all',
  },
  accounts: {
    kindcast_server: {
      sees: `${own('owner')} OR kind IN ('project-pending', 'project-confirmed')
        AND owner = ANY ((SELECT own_projects())::text[])`,
    },
    kindcast_intake: 'all',
    kindcast_checks: 'all',
  },
  // Totals are public; only who may open a topic, or say that its session has begun, is not everybody's business.
  topics: {
    kindcast_server: { sees: 'true', adds: 'owns_topic(topic)', changes: 'owns_topic(topic)' },
    kindcast_intake: 'all',
    kindcast_public: 'all',
    kindcast_jobs: 'all',
  },
  topic_totals: {
    kindcast_server: { sees: 'true' },
    kindcast_intake: 'all',
    kindcast_public: 'all',
    kindcast_jobs: 'all',
    kindcast_checks: 'all',
  },
  topic_projects: {
    kindcast_server: { sees: 'true' },
    kindcast_intake: 'all',
    kindcast_public: 'all',
    kindcast_checks: 'all',
  },
  topic_history: { kindcast_server: { sees: 'true' }, kindcast_public: 'all', kindcast_jobs: 'all' },
  dead_letters: {
    kindcast_intake: 'all',
    // Those that wait are orders not counted yet: no job may even see them.
    kindcast_jobs: {
      sees: 'replayed_at IS NOT NULL',
      changes: 'replayed_at IS NOT NULL',
      removes: 'replayed_at IS NOT NULL',
    },
  },
  idempotency_keys: {
    kindcast_server: {
      sees: 'starts_with(key, (SELECT own_answers()))',
      adds: 'starts_with(key, (SELECT own_answers()))',
      changes: 'starts_with(key, (SELECT own_answers()))',
    },
    kindcast_jobs: 'all',
  },
  audit_trail: { kindcast_server: { sees: own('organisation_id') } },
  operator_key: { kindcast_people: 'all' },
};
