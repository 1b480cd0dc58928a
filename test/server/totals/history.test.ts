import { expect } from 'chai';
import pg from 'pg';
import { cancelled } from '../../../server/demo/shopify-order.js';
import { keepHistory, thinHistory } from '../../../server/totals/keep-history.js';
import { sell } from '../../support/sell.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { send, setRule, settle, type Village } from '../../support/village.js';

describe('the history of a topic', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  let client: pg.Client;
  before(async () => {
    kindcast = await startKindcast();
    // With the rights that the leader has.
    client = new pg.Client(kindcast.testDatabase.address.roles.jobs);
    await client.connect();
  });
  beforeEach(async () => {
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 3, well: 2 });
  });
  after(async () => {
    await client.end();
    await kindcast.stop();
  });

  const turn = () => ({ client, over: new AbortController().signal });
  const sample = () => keepHistory.run(turn());
  const pointsOf = async (kind: 'sessions' | 'projects', id: string): Promise<Answer[]> =>
    (await kindcast.call('GET', `/v1/${kind}/${id}/history`)).points;
  const given = (points: Answer[]) => points.map((point) => point.totals[0]?.given ?? '0');
  const rowsOf = async (topic: string) =>
    (
      await client.query<{ seq: number; grain: number }>(
        `SELECT seq::int, grain FROM topic_history WHERE topic = $1 ORDER BY seq`,
        [topic],
      )
    ).rows;

  it('is every total that was noted, falls included, and the one that stands now', async () => {
    await sample();
    await sell(village);
    await sample();
    const order = await sell(village);
    await sample();
    await send(village, 'orders/cancelled', cancelled(order, new Date(Date.now() + 2_000), { refund: false }));
    await sample();
    await sell(village, { quantity: 4 });

    const points = await pointsOf('sessions', village.session.id);
    expect(given(points)).to.deep.equal(['0', '10.00', '20.00', '10.00', '30.00']);
    expect(points.map(({ totals }) => totals[0]?.orders ?? 0)).to.deep.equal([0, 1, 2, 1, 2]);
    const times = points.map(({ at }) => at);
    expect(times).to.deep.equal(times.toSorted());
    const now = await kindcast.call('GET', `/v1/sessions/${village.session.id}/totals`);
    expect(times.at(-1)).to.equal(now.at);
    expect(given(await pointsOf('projects', village.projects.well!))).to.deep.equal(['4.00', '8.00', '4.00', '12.00']);
  });

  it('notes nothing twice, and nothing of shops', async () => {
    await sell(village);
    await sample();
    await sample();
    expect(await rowsOf(`session:${village.session.id}`)).to.have.length(1);
    expect(await rowsOf(`shop:${village.shopId}`)).to.have.length(0);
  });

  it('is told with what caches need, and to pages of any origin', async () => {
    await sell(village);
    const address = `${kindcast.url}/v1/projects/${village.projects.well}/history`;
    const answer = await fetch(address);
    expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
    expect(answer.headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
    expect(answer.headers.get('cache-control')).to.contain('s-maxage=1');
    const again = await fetch(address, { headers: { 'if-none-match': answer.headers.get('etag')! } });
    expect(again.status).to.equal(304);
    expect((await fetch(`${kindcast.url}/v1/projects/nobody/history`)).status).to.equal(404);
  });

  /** Invents a past: one sample every `seconds`, the newest `ago` before now, each of them 0.01 more than the one before. */
  const invent = (topic: string, count: number, seconds: number, ago: string) =>
    client.query(
      `INSERT INTO topic_history (topic, seq, at, currencies, given, orders)
       SELECT $1, n, now() - $2::interval - make_interval(secs => ($3 - n) * $4), '{CNY}', ARRAY[n], '{1}'
       FROM generate_series(1, $3::int) n`,
      [topic, ago, count, seconds],
    );

  it('shows at most 301 points, and never leaves a fall out', async () => {
    const topic = `project:${village.projects.well}`;
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query('UPDATE topics SET seq = 100000 WHERE topic = $1', [topic]),
    );
    await invent(topic, 5_000, 20, '1 hour');
    await client.query('DELETE FROM topic_history WHERE topic = $1 AND seq = 2345', [topic]);
    await client.query(
      `INSERT INTO topic_history VALUES ($1, 2345, now() - interval '1 day', 0, '{CNY}', '{7}', '{1}')`,
      [topic],
    );
    const points = await pointsOf('projects', village.projects.well!);
    expect(points.length).to.be.within(100, 301);
    expect(given(points)).to.include('0.07');
    expect(given(points)[0]).to.equal('0.01');
    expect(given(points).at(-2)).to.equal('50.00');
  });

  it('is thinned with age: one in five minutes after two days, of projects one a day after sixty', async () => {
    const project = `project:${village.projects['school-lunch']}`;
    const session = `session:${village.session.id}`;
    for (const topic of [project, session]) await invent(topic, 3_000, 60, '1 day');
    await thinHistory.run(turn());
    // Of fifty hours, two days and an hour or so are old: a day and an hour at five minutes.
    for (const topic of [project, session]) {
      const rows = await rowsOf(topic);
      expect(rows.filter(({ grain }) => grain === 0).length, topic).to.be.within(24 * 60, 24 * 60 + 6);
      expect(rows.filter(({ grain }) => grain === 1).length, topic).to.be.within(26 * 12 - 1, 26 * 12 + 1);
    }
    await kindcast.testDatabase.asOwner((owner) =>
      owner.query(`UPDATE topic_history SET at = at - interval '70 days' WHERE grain = 1`),
    );
    const before = (await rowsOf(session)).length;
    await thinHistory.run(turn());
    expect((await rowsOf(session)).length).to.equal(before);
    expect((await rowsOf(project)).filter(({ grain }) => grain === 2).length).to.be.within(2, 3);
    expect((await rowsOf(project)).filter(({ grain }) => grain === 1)).to.have.length(0);
    expect((await rowsOf(project)).at(-1)).to.deep.equal({ seq: 3_000, grain: 0 });
  });

  it('leaves the updates of hot rows where they are', async () => {
    const updates = async () =>
      (
        await client.query<{ all: number; hot: number }>(
          `SELECT n_tup_upd::int AS all, n_tup_hot_upd::int AS hot FROM pg_stat_user_tables WHERE relname = 'topics'`,
        )
      ).rows[0]!;
    const before = await updates();
    let after = before;
    // PostgreSQL's own figures come with a delay, and with the next thing that a connection does.
    for (const end = Date.now() + 30_000; after.all - before.all < 80 && Date.now() < end; after = await updates()) {
      for (let at = 0; at < 20; at += 1) await sell(village);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(after.all - before.all).to.be.at.least(80);
    expect((after.hot - before.hot) / (after.all - before.all)).to.be.greaterThan(0.8);
  });
});
