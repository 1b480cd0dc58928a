import pg from 'pg';
import { cancelled } from '../../server/demo/shopify-order.js';
import { keepHistory } from '../../server/totals/keep-history.js';
import type { Kindcast } from '../support/start-kindcast.js';
import { send, setRule, settle, type Village } from '../support/village.js';
import { sell } from '../support/sell.js';

export const lunches = '山里孩子的热午餐 · Hot lunches';
export const well = '村口一口井 · A well';

/** A village whose pages have something to say: two charities, goals, an impact unit, a past with a fall in it. */
export async function settlePublicly(kindcast: Kindcast): Promise<Village> {
  const village = await settle(kindcast.url, { projects: [] });
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const found = (body: object) => kindcast.call('POST', '/v1/charities', body);
  const lunchCharity = await found({
    name: '乡村学校午餐基金会 Rural School Lunch Foundation',
    country: 'CN',
    registrationNumber: '53100000500021676K',
  });
  const wellCharity = await found({ name: '清泉水井公益 Clear Spring Wells' });
  const impact = { unit: 'school lunch', cost: cny('4.00') };
  for (const [title, charityId, more] of [
    [lunches, lunchCharity.id, { goal: cny('20000.00'), impact }],
    [well, wellCharity.id, {}],
  ])
    village.projects[title] = (
      await kindcast.call('POST', '/v1/projects', { charityId, title, currency: 'CNY', ...more })
    ).id;
  await setRule(village, 101, '10%', { [lunches]: 3, [well]: 2 });
  const session = await kindcast.call('POST', '/v1/sessions', {
    title: '云岭蜂蜜助农直播 · Honey from Yunling, live',
    streamer: '阿云 A Yun',
    shopIds: [village.shopId],
    goal: cny('30000.00'),
  });
  await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
  return { ...village, session };
}

/** Sells for 12,345.60 in gifts, and for 100.00 that are taken back; the history notes every step. */
export async function liveThroughAnHour(kindcast: Kindcast, village: Village): Promise<void> {
  const note = await noteTaker(kindcast);
  await note.now();
  for (const unitPrice of ['1000.00', '4000.00', '9000.00']) {
    await sell(village, { unitPrice, quantity: 2 });
    await note.now();
  }
  const order = await sell(village, { unitPrice: '500.00', quantity: 2 });
  await note.now();
  await send(village, 'orders/cancelled', cancelled(order, new Date(Date.now() + 1_000), { refund: false }));
  await note.now();
  await sell(village, { unitPrice: '47728.00', quantity: 2 });
  await note.now();
  await note.stop();
  // As if it had gone on for an hour: nine minutes lie between two notes.
  await kindcast.testDatabase.asOwner(async (owner) => {
    await owner.query(`UPDATE topic_history h SET at = now() - make_interval(mins => (9 * (n.of - n.place))::int)
      FROM (SELECT topic, seq, row_number() OVER w AS place, count(*) OVER (PARTITION BY topic) AS of
        FROM topic_history WINDOW w AS (PARTITION BY topic ORDER BY seq)) n WHERE h.topic = n.topic AND h.seq = n.seq`);
    await owner.query(`UPDATE sessions SET started_at = now() - interval '54 minutes' WHERE status = 'live'`);
  });
}

/** Does what the leader does every twenty seconds, whenever a test says so. */
export async function noteTaker(kindcast: Kindcast) {
  const client = new pg.Client(kindcast.testDatabase.address.roles.jobs);
  await client.connect();
  return {
    now: () => keepHistory.run({ client, over: new AbortController().signal }),
    stop: () => client.end(),
  };
}
