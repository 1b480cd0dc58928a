import type { Knex } from 'knex';
import type { Share, ShareBase } from '../giving/giving-rule.js';
import { ruleWords } from '../giving/rule-words.js';
import type { RuleLanguage } from '../giving/rule-figures.js';
import { toMoney } from '../ledger/money.js';
import type { SessionRow } from '../live/session-wire.js';
import type { RecentGift } from '../totals/add-to-totals.js';

/** A sum as the books have it. */
export interface Minor {
  currency: string;
  minor: bigint;
}

/** All that a session's script is made of; every figure is true at the moment it was read. */
export interface ScriptFacts {
  status: SessionRow['status'];
  goal?: Minor | undefined;
  totals: (Minor & { pledged: bigint; confirmed: bigint; paid: bigint; orders: number })[];
  /** Newest first. */
  gifts: readonly RecentGift[];
  projects: { id: string; title: string; currency: string; given: bigint; impact?: { unit: string; cost: bigint } }[];
  items: { key: string; title: string | null; words: Record<RuleLanguage, string> }[];
}

/** As many charity items as anybody can speak of in an evening. */
const itemsMax = 12;
const projectsMax = 10;

interface ItemRow {
  shop_id: string;
  product_id: string;
  version: number;
  title: string | null;
  currency: string;
  share: Share;
  base: ShareBase;
  valid_until: Date | null;
  cap: string | null;
  cap_reached: boolean | null;
  projects: { id: string; title: string; charity: string; weight: number }[];
}

/** Reads what a session's script is made of. */
export async function readScriptFacts(db: Knex, session: SessionRow): Promise<ScriptFacts> {
  const topic = `session:${session.id}`;
  const items = await readItems(db, session.id);
  const totals = await db('topic_totals').where({ topic }).orderBy('currency');
  const [state] = await db('topics').where({ topic }).select('recent_gifts');
  return {
    status: session.status,
    goal: session.goal === null ? undefined : { minor: session.goal, currency: session.goal_currency! },
    totals: totals.map((row) => ({
      currency: row.currency,
      minor: row.pledged + row.confirmed + row.paid,
      pledged: row.pledged,
      confirmed: row.confirmed,
      paid: row.paid,
      orders: row.orders,
    })),
    gifts: state?.recent_gifts ?? [],
    projects: await readProjects(db, topic, [...new Set(items.flatMap((item) => item.projects.map(({ id }) => id)))]),
    items: items.map((item) => ({
      key: `${item.shop_id}:${item.product_id}:${item.version}`,
      title: item.title,
      words: ruleWords({
        share: item.share,
        base: item.base,
        currency: item.currency,
        projects: item.projects.map((project) => ({ ...project, weight: BigInt(project.weight) })),
        until: item.valid_until ?? undefined,
        cap: item.cap === null ? undefined : toMoney(BigInt(item.cap), item.currency),
        capReached: item.cap_reached ?? false,
      }),
    })),
  };
}

/** The rules in force in the session's shops: as in `RuleBook.inForce`, the newest version that has begun decides. */
async function readItems(db: Knex, sessionId: string): Promise<ItemRow[]> {
  const { rows } = await db.raw<{ rows: ItemRow[] }>(
    `SELECT r.shop_id, r.product_id, r.version, r.title, s.currency, r.share, r.base, r.valid_until, r.cap::text AS cap,
       (SELECT c.given >= c.cap FROM rule_caps c WHERE c.rule = r.id) AS cap_reached,
       (SELECT json_agg(json_build_object('id', k.id, 'title', k.title, 'charity', o.name, 'weight', p.weight)
           ORDER BY p.position)
         FROM giving_rule_projects p JOIN projects k ON k.id = p.project_id JOIN organisations o ON o.id = k.charity_id
         WHERE p.rule = r.id) AS projects
     FROM session_shops l JOIN shops s ON s.id = l.shop_id CROSS JOIN LATERAL (
       SELECT DISTINCT ON (product_id) * FROM giving_rules
       WHERE shop_id = s.id AND valid_from <= now() ORDER BY product_id, version DESC) r
     WHERE l.session_id = ? AND r.share IS NOT NULL AND (r.valid_until IS NULL OR r.valid_until > now())
     ORDER BY r.valid_from DESC, r.product_id LIMIT ${itemsMax}`,
    [sessionId],
  );
  return rows;
}

async function readProjects(db: Knex, topic: string, ids: readonly string[]): Promise<ScriptFacts['projects']> {
  const { rows } = await db.raw(
    `SELECT k.id, k.title, k.currency, k.impact_unit, k.impact_cost::text AS impact_cost,
       coalesce(t.given, 0)::text AS given
     FROM projects k LEFT JOIN topic_projects t ON t.project_id = k.id AND t.topic = ? AND t.currency = k.currency
     WHERE k.id = ANY (?) OR t.topic IS NOT NULL ORDER BY coalesce(t.given, 0) DESC, k.id LIMIT ${projectsMax}`,
    [topic, [...ids]],
  );
  return rows.map((row: Record<string, string | null>) => ({
    id: row.id,
    title: row.title,
    currency: row.currency,
    given: BigInt(row.given!),
    ...(row.impact_unit !== null && { impact: { unit: row.impact_unit, cost: BigInt(row.impact_cost!) } }),
  }));
}
