import type pg from 'pg';
import { migrate } from '../../server/database/migrate.js';
import { databaseOfPlainOwner, type OwnedDatabase } from '../support/plain-owner.js';

/** Pairs of a merchant and the charity it gives to, and a host who sells for it: 50 merchants, 50 charities, 50 hosts. */
export const tenants = 50;

/**
 * Everything a merchant, a charity and a host have, for tenant `n` of each. Ids that are numbers tell whose they are: rule,
 * order and account `n` are tenant `n`'s.
 */
const everything = `
  INSERT INTO organisations (id, kind, name) SELECT kind || n, kind, kind || n
    FROM generate_series(1, ${tenants}) n, unnest(ARRAY['merchant', 'charity', 'streamer']) kind;
  INSERT INTO projects (id, charity_id, title, currency)
    SELECT 'project' || n, 'charity' || n, 'Lunches', 'CNY' FROM generate_series(1, ${tenants}) n;
  INSERT INTO shops (id, merchant_id, platform, domain, currency, return_window_days)
    SELECT 'shop' || n, 'merchant' || n, 'shopify', n || '.myshopify.com', 'CNY', 14 FROM generate_series(1, ${tenants}) n;
  INSERT INTO sessions (id, title, streamer, token, overlay_key, organisation_id)
    SELECT 'session' || n, 'Honey', 'Li Mei', 'token' || n, 'overlay' || n, 'streamer' || n
    FROM generate_series(1, ${tenants}) n;
  INSERT INTO session_shops (session_id, shop_id)
    SELECT 'session' || n, 'shop' || n FROM generate_series(1, ${tenants}) n;
  INSERT INTO giving_rules (id, rule_id, shop_id, product_id, version, share, base, valid_from) OVERRIDING SYSTEM VALUE
    SELECT n, 'rule' || n, 'shop' || n, '101', 1, '{}', 'asPriced', now() FROM generate_series(1, ${tenants}) n;
  INSERT INTO giving_rule_projects (rule, position, project_id, weight)
    SELECT n, 0, 'project' || n, 1 FROM generate_series(1, ${tenants}) n;
  INSERT INTO rule_caps (rule, cap) SELECT n, 100 FROM generate_series(1, ${tenants}) n;
  INSERT INTO orders (id, shop_id, store_order_id, session_id, state)
    SELECT n, 'shop' || n, 'order' || n, 'session' || n, '[]' FROM generate_series(1, ${tenants}) n;
  INSERT INTO gifts (order_id, pledged, rule, no, units, revision, line_id, project_id, currency)
    SELECT n, n, n, 1, 1, 1, 'line' || n, 'project' || n, 'CNY' FROM generate_series(1, ${tenants}) n;
  INSERT INTO accounts (id, kind, owner, currency) OVERRIDING SYSTEM VALUE
    SELECT n, 'merchant-owes', 'merchant' || n, 'CNY' FROM generate_series(1, ${tenants}) n UNION ALL
    SELECT n + 100, 'project-pending', 'project' || n, 'CNY' FROM generate_series(1, ${tenants}) n;
  INSERT INTO transfers (order_id, amount, event_at, debit_account, credit_account, gift_no, revision, kind)
    SELECT n, n, now(), n, n + 100, 1, 1, 'pledge' FROM generate_series(1, ${tenants}) n;
  INSERT INTO topics (topic, title)
    SELECT kind || ':' || kind || n, 'Honey' FROM generate_series(1, ${tenants}) n,
      unnest(ARRAY['session', 'shop', 'project']) kind;
  INSERT INTO topic_projects (topic, project_id, currency, given)
    SELECT 'shop:shop' || n, 'project' || n, 'CNY', n FROM generate_series(1, ${tenants}) n;
  INSERT INTO idempotency_keys (key, request_sha256)
    SELECT 'key ' || kind || n || ' again', '' FROM generate_series(1, ${tenants}) n,
      unnest(ARRAY['merchant', 'charity', 'streamer']) kind;`;

/** Migrated by an owner who is no superuser, so that what binds the owner binds this one. */
export async function settleTenants(): Promise<OwnedDatabase> {
  const database = await databaseOfPlainOwner();
  await migrate(database.address);
  await database.asOwner((admin: pg.Client) => admin.query(everything));
  return database;
}

/** For each table behind the wall, the numbers of the tenants whose rows are seen. */
export const whoseRows = `
  SELECT
    ARRAY(SELECT substr(id, 8)::int FROM projects) AS projects,
    ARRAY(SELECT substr(id, 5)::int FROM shops) AS shops,
    ARRAY(SELECT substr(id, 8)::int FROM sessions) AS sessions,
    ARRAY(SELECT substr(session_id, 8)::int FROM session_shops) AS session_shops,
    ARRAY(SELECT id FROM giving_rules) AS giving_rules,
    ARRAY(SELECT rule FROM giving_rule_projects) AS giving_rule_projects,
    ARRAY(SELECT rule FROM rule_caps) AS rule_caps,
    ARRAY(SELECT id::int FROM orders) AS orders,
    ARRAY(SELECT order_id::int FROM gifts) AS gifts,
    ARRAY(SELECT order_id::int FROM transfers) AS transfers,
    ARRAY(SELECT id FROM accounts) AS accounts,
    ARRAY(SELECT regexp_replace(key, '\\D', '', 'g')::int FROM idempotency_keys) AS idempotency_keys,
    ARRAY(SELECT regexp_replace(organisation_id, '\\D', '', 'g')::int FROM audit_trail
      WHERE subject_table = 'organisations') AS audit_trail`;

export type Kind = 'merchant' | 'charity' | 'streamer';
export type WhoseRows = Record<string, number[]>;

/** What tenant `n` of a kind has to see: its own, and of others what they share with it. */
export function rightful(kind: Kind, n: number): WhoseRows {
  const everybodys = Array.from({ length: tenants }, (_, at) => at + 1);
  const nothing: number[] = [];
  const [merchants, hosts, charitys] = [kind === 'merchant', kind === 'streamer', kind === 'charity'].map((is) =>
    is ? [n] : nothing,
  ) as [number[], number[], number[]];
  const sold = [...merchants, ...hosts];
  return {
    projects: everybodys,
    shops: [n],
    sessions: sold,
    session_shops: sold,
    giving_rules: [n],
    giving_rule_projects: [n],
    rule_caps: [n],
    orders: sold,
    gifts: [n],
    transfers: [n],
    accounts: kind === 'merchant' ? [n] : charitys.map((number) => number + 100),
    idempotency_keys: [n],
    audit_trail: [n],
  };
}

/** What is seen by who says nothing: what is public. */
export const nothingAtAll: WhoseRows = {
  ...Object.fromEntries(Object.keys(rightful('merchant', 1)).map((table) => [table, []])),
  projects: rightful('merchant', 1).projects!,
};
