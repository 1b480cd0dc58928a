import type { Knex } from 'knex';
import { z } from 'zod';
import { orderStandings } from '../../plugin/store-order.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { Problem } from '../http/problem.js';
import { id, money } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import { ownShopCurrency } from '../shops/shop-routes.js';
import { RuleBook } from './giving-rule.js';
import { keptLines } from './kept-lines.js';
import { whyGift, whyGiven, whyNet, type LineFacts } from './order-reasons.js';
import type { OrderState } from './order-state.js';
import { ordersOfShopRoute } from './orders-of-shop.js';
import { unpackOrderState } from './pack-order-state.js';
import { namedProject, namesOfProjects, words, type NamedProject } from './rule-told.js';
import { givingRulesOf, type RuleRow } from './rule-versions.js';
import { targetOf } from './target.js';

const order = z.object({
  shopId: z.string(),
  storeOrderId: z.string(),
  updatedAt: z.string(),
  processedAt: z.string(),
  standing: z.enum(orderStandings),
  session: z.object({ id: z.string(), title: z.string(), evidence: z.string() }).optional(),
  ignoredTokens: z.array(z.object({ evidence: z.string(), reason: z.enum(['forged', 'foreign']) })).optional(),
  given: money,
  lines: z.array(
    z.object({
      lineId: z.string(),
      productId: z.string().nullable(),
      title: z.string(),
      net: money,
      units: z.int(),
      given: money,
      reasons: z.object({ net: words, given: words }).openapi({ description: 'Why its net and what it gives are so' }),
      gifts: z.array(
        namedProject.extend({
          amount: money,
          state: z.enum(['pledged', 'reversed']),
          ruleVersion: z.int(),
          reason: words,
        }),
      ),
    }),
  ),
});

interface GiftRow {
  lineId: string;
  projectId: string;
  pledged: bigint;
  rule: number;
}

/** What one order gave and why: its lines' nets, the gifts that stand on them, and the reason for every number. */
export const orderRoutes: Route[] = [
  ordersOfShopRoute,
  defineRoute({
    method: 'get',
    path: '/v1/orders/{shopId}/{storeOrderId}',
    summary: 'What an order gave, with the reason for every number',
    params: z.object({ shopId: id, storeOrderId: id }),
    answer: { status: 200, description: 'The order as last known', schema: order },
    handle: async ({ db, params, caller }) => {
      await ownShopCurrency(db, caller, params.shopId);
      const row = await db('orders')
        .where({ shop_id: params.shopId, store_order_id: params.storeOrderId })
        .first('id', { sessionId: 'session_id' }, 'state');
      if (!row) throw new Problem('not-found', 'This shop has sent no order with this id.');
      const state = unpackOrderState(row.state, { ...row, storeOrderId: params.storeOrderId });
      if (!state.order)
        throw new Problem('not-found', 'Only a refund of this order has arrived so far; it waits for the order.');
      const gifts = await giftsOf(db, row.id);
      const names = await namesOfProjects(
        db,
        gifts.map((gift) => gift.projectId),
      );
      const title: string | undefined =
        state.session && (await db('sessions').where({ id: state.session.id }).first('title'))?.title;
      return { body: toWire(params, state, { gifts, names, title, book: await bookOf(db, state) }) };
    },
  }),
];

async function giftsOf(db: Knex, orderId: bigint): Promise<GiftRow[]> {
  const { rows } = await db.raw<{ rows: GiftRow[] }>(
    `SELECT g.line_id AS "lineId", g.project_id AS "projectId", g.pledged, g.rule FROM gifts g
     JOIN giving_rule_projects p ON p.rule = g.rule AND p.project_id = g.project_id
     WHERE g.order_id = ? ORDER BY p.position`,
    [orderId.toString()],
  );
  return rows;
}

/** The versions that were decided for the order's lines. */
async function bookOf(db: Knex, state: OrderState): Promise<RuleBook> {
  const rows: RuleRow[] = await db('giving_rules').whereIn('id', Object.values(state.rules));
  const book = new RuleBook();
  for (const rule of await givingRulesOf(db, rows)) book.addVersion(rule);
  return book;
}

interface Known {
  gifts: readonly GiftRow[];
  names: ReadonlyMap<string, NamedProject>;
  /** The session's title. */
  title: string | undefined;
  book: RuleBook;
}

function toWire(
  key: { shopId: string; storeOrderId: string },
  state: OrderState,
  { gifts, names, title, book }: Known,
): z.infer<typeof order> {
  const known = state.order!;
  const wanted = new Map(targetOf(state, book).map((target) => [target.line.lineId, target.wanted]));
  const inMoney = (minor: bigint) => toMoney(minor, known.currency);
  const sumOf = (of: readonly GiftRow[]) => of.reduce((sum, gift) => sum + gift.pledged, 0n);
  return {
    ...key,
    updatedAt: known.updatedAt,
    processedAt: known.processedAt,
    standing: known.standing,
    ...(state.session && { session: { ...state.session, title: title ?? '' } }),
    ...(state.ignoredTokens && { ignoredTokens: state.ignoredTokens }),
    given: inMoney(sumOf(gifts)),
    lines: keptLines(known, state.loneRefunds).map((line) => {
      const ofLine = gifts.filter((gift) => gift.lineId === line.lineId);
      const decided = state.rules[line.lineId];
      const rule = decided === undefined ? undefined : book.version(decided);
      const granted = sumOf(ofLine);
      const facts: LineFacts = { state, line, rule, wanted: wanted.get(line.lineId) ?? 0n, granted };
      return {
        lineId: line.lineId,
        productId: line.productId,
        title: line.title,
        net: inMoney(line.net),
        units: line.units,
        given: inMoney(granted),
        reasons: { net: whyNet(facts), given: whyGiven(facts) },
        gifts: ofLine.map((gift) => ({
          ...names.get(gift.projectId)!,
          amount: inMoney(gift.pledged),
          state: gift.pledged > 0n ? 'pledged' : 'reversed',
          ruleVersion: book.version(gift.rule).version,
          reason: whyGift(facts, book.version(gift.rule), gift),
        })),
      };
    }),
  };
}
