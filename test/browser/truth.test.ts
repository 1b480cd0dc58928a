import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { BrowserContextOptions } from 'playwright-core';
import { seededRandom } from '../../server/demo/seeded-random.js';
import { personalTraces } from '../../server/demo/shopify-order.js';
import { becomes, closeVisits, keepPicture, serverGone, visit } from '../support/browser.js';
import { openForeignSite, type ForeignSite } from '../support/foreign-page.js';
import { openLeakyLine, type LeakyLine } from '../support/leaky-line.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { randomDeliveries, sellCharityItems, type RandomDelivery } from '../support/random-orders.js';
import { cleanUpProcesses, onDatabase, startProcess, type ServerProcess } from '../support/server-process.js';
import { until } from '../support/until.js';
import { callApi, type Answer } from '../support/start-kindcast.js';
import { booksBalance, send, settle, type Village } from '../support/village.js';
import { addressesOf, keepShown, saysOld, totalsHeard, written } from './screens.js';

const eventsSent = 1_000;
const seed = process.env.KINDCAST_TEST_SEED ?? String(randomInt(1_000_000));
const hourMs = 3_600_000;

describe('the truth on the screens', function () {
  this.timeout(180_000);
  let database: TestDatabase;
  let server: ServerProcess;
  let line: LeakyLine;
  let shopSite: ForeignSite;
  let villages: [Village, Village];
  let topic: string;
  before(async () => {
    database = await copyDatabase();
    server = await startProcess({ env: onDatabase(database.url) });
    line = await openLeakyLine(server.url);
    const [cny, jpy] = [await settle(server.url), await settle(server.url, { currency: 'JPY' })];
    const session = await callApi(server.url, 'POST', '/v1/sessions', {
      title: 'Two shops, one live 两店同播',
      streamer: 'Li Mei',
      shopIds: [cny.shopId, jpy.shopId],
    });
    await callApi(server.url, 'POST', `/v1/sessions/${session.id}/start`);
    villages = [
      { ...cny, session },
      { ...jpy, session },
    ];
    topic = `/v1/sessions/${session.id}/totals`;
    for (const village of villages) await sellCharityItems(village);
    shopSite = await openForeignSite(line);
    await database.asOwner((owner) => owner.query('UPDATE shops SET origins = ARRAY[$1]', [shopSite.url]));
  });
  after(async () => {
    await closeVisits();
    await cleanUpProcesses();
    await shopSite.stop();
    await line.close();
    await database.drop();
  });

  /** Opens a screen through the leaky line, its clock in our hands. */
  async function open(screen: 'session' | 'overlay', lang: 'zh-CN' | 'en', options: BrowserContextOptions = {}) {
    const { page, complaints } = await visit(`${line.url}/healthz`, { locale: lang, ...options });
    await page.clock.install();
    await page.goto(addressesOf(line, villages[0])[screen]);
    await until(async () => !(await saysOld(page)), 'the screen is live');
    return { screen, lang, page, complaints, shown: await keepShown(page) };
  }

  /** The shop's own page with our element on it. */
  async function openShop() {
    const { page, complaints } = await visit('about:blank', { mayAsk: [shopSite.url, line.url] });
    const body = `<kindcast-total session="${villages[0].session.id}" lang="en"></kindcast-total>`;
    const socket = page.waitForEvent('websocket');
    await page.goto(shopSite.serve({ body }));
    await socket;
    return { screen: 'shop', lang: 'en', page, complaints } as const;
  }

  it(`is the ledger's after ${eventsSent} random events, one message in ten lost, a restart and an hour asleep (KINDCAST_TEST_SEED=${seed})`, async () => {
    const events = randomDeliveries(villages, { seed, atLeast: eventsSent });
    const loseOneInTen = seededRandom(`${seed}/line`);
    line.loses = () => loseOneInTen.chance(0.1);
    const screens = [await open('session', 'zh-CN'), await open('overlay', 'en')];
    const part = (from: number, to: number) =>
      events.slice(Math.floor(events.length * from), Math.floor(events.length * to));
    await bring(part(0, 0.35));
    await bring(part(0.35, 0.6), restart);
    for (const { page, screen, shown } of screens) {
      await until(async () => !(await saysOld(page)), `the ${screen} found the server again`);
      expect(
        (await shown.take()).some(({ old }) => old),
        `the ${screen} told of the restart`,
      ).to.equal(true);
    }

    // Nobody looks: the machine sleeps while orders come in.
    for (const { page } of screens) await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
    line.fallAsleep();
    await bring(part(0.6, 0.65));
    const duringSleep = await whatIsTrue();
    for (const { page, shown } of screens) {
      await shown.take();
      await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + hourMs);
    }
    line.wakeUp();
    for (const { page, shown, lang, screen } of screens) {
      await page.clock.resume();
      await until(async () => !(await saysOld(page)), `the ${screen} is live again`);
      const sinceWaking = await shown.take();
      expect(
        sinceWaking.some(({ old }) => old),
        `the ${screen} says that its numbers are old`,
      ).to.equal(true);
      for (const { old, totals } of sinceWaking)
        if (!old) expect(totals, `shown as live on the ${screen}`).to.deep.equal(duringSleep.written(lang));
    }

    const all = [...screens, await openShop()];
    await bring(part(0.65, 1));
    // What is lost last has no next message that heals it.
    const lostSeqs: number[] = [];
    line.loses = (event) => {
      const [name, { seq }] = JSON.parse(event) as [string, { seq: number }];
      if (name === 'totals') lostSeqs.push(seq);
      return name === 'totals' || name === 'gifts';
    };
    await bring(randomDeliveries(villages, { seed: `${seed}/last`, atLeast: 80, firstOrderId: 900_001 }));
    const truth = await whatIsTrue();
    const snapshot = await callApi(server.url, 'GET', topic);
    await until(() => lostSeqs.filter((seq) => seq === snapshot.seq).length === all.length, 'all lost the last one');
    // The element has room for one currency: the first.
    const [first] = snapshot.totals as [{ currency: string }];
    const due = ({ screen, lang }: (typeof all)[number]) =>
      screen === 'shop' ? [written(truth.given[first.currency]!, first.currency, lang)] : truth.written(lang);
    for (const each of all) expect(await totalsHeard(each.page), each.screen).not.to.deep.equal(due(each));
    line.loses = () => loseOneInTen.chance(0.1);

    expect(truth.orders).to.be.greaterThan(100);
    for (const each of all) await becomes(async () => (await totalsHeard(each.page)).join(), due(each).join(), 60_000);
    expect(asMinor(snapshot)).to.deep.equal(truth.given);
    await booksBalance(server.url);

    const said = [JSON.stringify(snapshot), ...(await Promise.all(all.map(({ page }) => page.content())))].join();
    const buyers = new Set(
      events.flatMap(({ orderId }) => personalTraces(orderId).filter((trace) => /\D/.test(trace))),
    );
    for (const trace of buyers) expect(said.includes(trace), trace).to.equal(false);
    for (const { page, screen, lang, complaints } of all) {
      await keepPicture(page, `truth-${screen}-${lang}`);
      expect(complaints.filter((each) => !serverGone.test(each))).to.deep.equal([]);
    }
  });

  /** Sends in order of arrival, eight at a time, each until it is answered 200; something else may happen in the middle. */
  async function bring(deliveries: RandomDelivery[], meanwhile?: () => Promise<void>): Promise<void> {
    let next = 0;
    const sender = async () => {
      for (let delivery = deliveries[next++]; delivery; delivery = deliveries[next++]) await deliver(delivery);
    };
    await Promise.all([...Array.from({ length: 8 }, sender), meanwhile?.()]);
  }

  async function deliver({ village, topic: about, payload, webhookId }: RandomDelivery): Promise<void> {
    for (;;) {
      const answer = await send(village, about, payload, { webhookId }).catch(() => undefined);
      if (answer?.status === 200) {
        expect(answer.body.outcome).to.be.oneOf(['counted', 'duplicate', 'nothing-to-give']);
        return;
      }
      if (answer && answer.status !== 503) throw new Error(`${about}: ${answer.status} ${JSON.stringify(answer.body)}`);
      await sleep(50 + Math.random() * 100);
    }
  }

  async function restart(): Promise<void> {
    const port = new URL(server.url).port;
    await sleep(300);
    await server.end('SIGTERM');
    server = await startProcess({ env: onDatabase(database.url, { PORT: port }) });
  }

  /** What the books say, straight from the transfers: every order of the test belongs to the one session. */
  async function whatIsTrue() {
    const { rows } = await database.asOwner((owner) =>
      owner.query<{ currency: string; given: string; orders: number }>(
        `SELECT a.currency, sum(CASE WHEN t.credit_account = a.id THEN t.amount ELSE -t.amount END)::text AS given,
           (SELECT count(*) FROM orders)::int AS orders
         FROM accounts a JOIN transfers t ON a.id IN (t.credit_account, t.debit_account)
         WHERE a.kind = 'project-pending' GROUP BY a.currency ORDER BY a.currency`,
      ),
    );
    const given = Object.fromEntries(rows.map((row) => [row.currency, BigInt(row.given)]));
    return {
      given,
      orders: rows[0]!.orders,
      written: (lang: 'zh-CN' | 'en') =>
        Object.entries(given)
          .map(([currency, minor]) => written(minor, currency, lang))
          .toSorted(),
    };
  }
});

/** The totals of a snapshot in minor units, by currency. */
const asMinor = ({ totals }: Answer): Record<string, bigint> =>
  Object.fromEntries(
    totals.map(({ currency, given }: Answer) => [currency, BigInt((given as string).replace('.', ''))]),
  );
