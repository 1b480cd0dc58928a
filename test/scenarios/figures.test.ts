import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { pino } from 'pino';
import { CalmLog } from '../../server/log/calm-log.js';
import { shopifyOrder } from '../../server/demo/shopify-order.js';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { send, setRule, settle, type Village } from '../support/village.js';

describe('what an operator sees', () => {
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    kindcast = await startKindcast();
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 1 });
  });
  after(() => kindcast.stop());

  const order = (id: number) =>
    shopifyOrder({
      id,
      shopDomain: village.domain,
      currency: 'CNY',
      processedAt: new Date(),
      financialStatus: 'paid',
      lines: [{ productId: 101, title: 'Honey', unitPrice: '10.00', quantity: 1 }],
    });
  const figures = async () => (await fetch(`${kindcast.url}/metrics`)).text();
  const figure = async (name: string) => {
    const line = (await figures()).split('\n').find((each) => each.startsWith(`${name} `));
    return line?.slice(name.length + 1);
  };

  it('counts what arrived, what was counted, repeated, kept for a person and sent away, by reason', async () => {
    const sold = order(1);
    await send(village, 'orders/paid', sold);
    await send(village, 'orders/paid', sold);
    await send(village, 'orders/paid', { id: 2 });
    await send({ ...village, secret: 'wrong' }, 'orders/paid', order(3));
    expect(await figure('kindcast_deliveries_received_total')).to.equal('4');
    expect(await figure('kindcast_deliveries_total{outcome="counted"}')).to.equal('1');
    expect(await figure('kindcast_deliveries_total{outcome="duplicate"}')).to.equal('1');
    expect(await figure('kindcast_deliveries_total{outcome="dead-letter"}')).to.equal('1');
    expect(await figure('kindcast_deliveries_refused_total{reason="unauthorized"}')).to.equal('1');
    expect(await figure('kindcast_dead_letters')).to.equal('1');
    expect(await figure('kindcast_queue_orders')).to.equal('0');
    expect(await figure('kindcast_queue_oldest_seconds')).to.equal('0');
    expect(await figure('kindcast_answer_seconds_count')).to.equal('3');
  });

  it('finds every figure of the dashboard in /metrics', async () => {
    const dashboard = readFileSync(new URL('../../docs/grafana-dashboard.json', import.meta.url), 'utf8');
    const names = new Set(dashboard.match(/\b(kindcast|process|nodejs)_[a-z0-9_]+/g));
    expect(names.size).to.be.greaterThan(15);
    const served = await figures();
    // A histogram is asked for by its parts.
    const missing = [...names].filter(
      (name) => !served.includes(`# TYPE ${name.replace(/_(bucket|sum|count)$/, '')} `),
    );
    expect(missing).to.deep.equal([]);
  });

  it('names every problem with a request id, its own or the one that came along', async () => {
    const named = await fetch(`${kindcast.url}/v1/charities`, { headers: { 'x-request-id': 'from-the-proxy-1' } });
    expect(named.headers.get('x-request-id')).to.equal('from-the-proxy-1');
    expect(await named.json()).to.include({ instance: 'urn:kindcast:request:from-the-proxy-1' });
    const forged = await fetch(`${kindcast.url}/v1/charities`, { headers: { 'x-request-id': '<script>' } });
    expect(forged.headers.get('x-request-id')).to.match(/^[0-9a-z]{12}$/);
  });
});

describe('the log of troubles', () => {
  it('tells at most one line a second of each level, and what it left out with the next', async () => {
    const lines: { msg: string; leftOut?: Record<string, object> }[] = [];
    const log = new CalmLog(pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) }));
    for (let at = 0; at < 1_000; at += 1) log.warn({}, 'a letter could not be sent');
    for (let at = 0; at < 1_000; at += 1) log.error({ requestId: `request ${at}` }, 'request failed');
    log.error({}, 'a database connection broke');
    expect(
      lines.map(({ msg }) => msg),
      'warnings hide no error',
    ).to.deep.equal(['a letter could not be sent', 'request failed']);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(lines.slice(2).map(({ leftOut }) => leftOut)).to.deep.equal([
      { 'a letter could not be sent': { count: 999 } },
      { 'request failed': { count: 999, requestId: 'request 1' }, 'a database connection broke': { count: 1 } },
    ]);
  });
});
