import { expect } from 'chai';
import type { TestDatabase } from '../../support/one-database-server.js';
import { callApi, type Answer } from '../../support/start-kindcast.js';
import { setRule, settle, type Village } from '../../support/village.js';
import type { Crowd } from './crowd.js';
import { results, type FaultResult } from './run.js';
import type { Sale } from './sales.js';

/** What stands where: as the server's owner sees it, not as the server tells it. */
export type Books = Pick<TestDatabase, 'asOwner'>;

/** The village the crowd buys in; its rule has held since yesterday, so that no clock can be before it. */
export async function settleForFaults(url: string): Promise<Village> {
  const village = await settle(url);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  await setRule(village, 101, '10%', { 'school-lunch': 60, well: 40 }, { from: yesterday });
  return village;
}

/** Orders that are looked at one by one, through the API. */
const lookedAt = 25;
/** The newest promises that are looked for in the middle of a fault. */
const newestPromises = 500;

/**
 * In the middle of it: what was acknowledged by now is there, and no order is there by half. One statement, so one
 * moment.
 */
export async function expectPromisesKept(books: Books, crowd: Crowd): Promise<void> {
  // One that was kept for a person is acknowledged as well, and is not among the orders yet.
  const buried = new Set(crowd.buried);
  const promised = crowd.acknowledged
    .slice(-newestPromises)
    .filter((sale) => !buried.has(sale))
    .map(({ id }) => `${id}`);
  const found = await books.asOwner(async (owner) => {
    const { rows } = await owner.query<{ kept: number; orders: number; gifts: number; transfers: number }>(
      `SELECT (SELECT count(*) FROM orders WHERE store_order_id = ANY ($1))::int AS kept,
         (SELECT count(*) FROM orders)::int AS orders, (SELECT count(*) FROM gifts)::int AS gifts,
         (SELECT count(*) FROM transfers)::int AS transfers`,
      [promised],
    );
    return rows[0]!;
  });
  expect(found.kept, 'acknowledged orders that are there').to.equal(promised.length);
  expect(found.gifts, 'two gifts of every order').to.equal(found.orders * 2);
  expect(found.transfers, 'a transfer for every gift, two at most').to.be.within(found.gifts, found.gifts * 2);
}

/**
 * At the end of it, when all was acknowledged: every order sold is there once and nothing else, the totals are the sum
 * of what was sold, and all checks of the books are green. Notes a line for the summary.
 */
export async function expectAllCountedOnce(
  fault: { name: string; what: string; events: number },
  { crowd, village, url, books }: { crowd: Crowd; village: Village; url: string; books: Books },
): Promise<FaultResult> {
  const { sales, acknowledged } = crowd;
  expect(acknowledged.length, 'all that was sold is acknowledged').to.equal(sales.length);
  const { ids, gifts, transfers } = await whatIsThere(books);
  expect(ids).to.deep.equal(sales.map(({ id }) => `${id}`).sort());
  expect(gifts).to.equal(sales.length * 2);
  expect(transfers).to.equal(sumOf(sales, (sale) => sale.transfers));

  const snapshot = await callApi(url, 'GET', `/v1/sessions/${village.session.id}/totals`);
  const { given, orders, units } = snapshot.totals[0];
  expect({ given, orders, units }).to.deep.equal({
    given: yuan(sumOf(sales, (sale) => sale.given)),
    orders: sales.length,
    units: sumOf(sales, (sale) => sale.units),
  });
  for (const title of ['school-lunch', 'well'] as const) {
    const project = snapshot.projects.find((each: Answer) => each.projectId === village.projects[title]);
    expect(project.given, title).to.equal(yuan(sumOf(sales, (sale) => sale.byProject[title])));
  }
  for (let at = 0; at < sales.length; at += Math.ceil(sales.length / lookedAt))
    await expectWhole(url, village, sales[at]!);

  const { ok, checks } = await callApi(url, 'GET', '/v1/checks');
  expect(ok, JSON.stringify(checks.filter((check: Answer) => !check.ok))).to.equal(true);
  const result: FaultResult = {
    fault: fault.name,
    what: fault.what,
    events: fault.events,
    sent: crowd.sent,
    refused: crowd.refused,
    brokenOff: crowd.brokenOff,
    acknowledged: acknowledged.length,
    counted: orders,
    checks: checks.length,
    longestWaitMs: crowd.longestWaitMs,
    seconds: (performance.now() - crowd.since) / 1_000,
  };
  results.push(result);
  return result;
}

async function whatIsThere(books: Books): Promise<{ ids: string[]; gifts: number; transfers: number }> {
  return books.asOwner(async (owner) => {
    const { rows } = await owner.query<{ ids: string[]; gifts: number; transfers: number }>(
      `SELECT (SELECT coalesce(array_agg(store_order_id), '{}') FROM orders) AS ids,
         (SELECT count(*) FROM gifts)::int AS gifts, (SELECT count(*) FROM transfers)::int AS transfers`,
    );
    return { ...rows[0]!, ids: rows[0]!.ids.sort() };
  });
}

async function expectWhole(url: string, village: Village, sale: Sale): Promise<void> {
  const { lines } = await callApi(url, 'GET', `/v1/orders/${village.shopId}/${sale.id}`);
  const amounts = Object.fromEntries(
    lines[0].gifts.map((gift: Answer) => [gift.projectId, gift.amount.amount as string]),
  );
  expect(amounts, `order ${sale.id}`).to.deep.equal({
    [village.projects['school-lunch']!]: yuan(sale.byProject['school-lunch']),
    [village.projects.well!]: yuan(sale.byProject.well),
  });
}

const sumOf = (sales: readonly Sale[], value: (sale: Sale) => number) =>
  sales.reduce((sum, sale) => sum + value(sale), 0);

const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
