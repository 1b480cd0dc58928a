import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { tellPayoutSent } from '../../server/webhooks/told-event.js';
import { startReceiver, type Receiver } from '../support/receiver.js';
import { sell } from '../support/sell.js';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';
import { until } from '../support/until.js';
import { send, setRule, settle, type Village } from '../support/village.js';
import { ownNetworks, startWebhookLeaders } from '../support/webhook-leaders.js';

describe('outgoing webhooks', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let leaders: { stop(): Promise<void> };
  let village: Village;
  let receiver: Receiver;
  const receivers: Receiver[] = [];

  before(async () => {
    kindcast = await startKindcast({ settings: { webhooks: ownNetworks } });
    leaders = startWebhookLeaders(kindcast.testDatabase, ownNetworks, { timeoutMs: 1_500 });
  });
  beforeEach(async () => {
    village = await settle(kindcast.url);
    await setRule(village, 101, '10%', { 'school-lunch': 60, well: 40 });
    receiver = await openReceiver();
  });
  afterEach(async () => {
    await asOwner('UPDATE webhook_endpoints SET enabled = false, disabled_reason = $1 WHERE enabled', ['by-hand']);
    for (const each of receivers.splice(0)) await each.stop();
  });
  after(async () => {
    await leaders.stop();
    await kindcast.stop();
  });

  async function openReceiver(): Promise<Receiver> {
    const opened = await startReceiver();
    receivers.push(opened);
    return opened;
  }
  const asOwner = (sql: string, values: unknown[] = []) =>
    kindcast.testDatabase.asOwner((client) => client.query(sql, values));
  const listen = (events: string[], { organisationId = village.merchantId, url = receiver.url } = {}) =>
    kindcast.call('POST', '/v1/webhook-endpoints', { organisationId, url, events });
  const log = async (endpoint: Answer) =>
    (await kindcast.call('GET', `/v1/webhook-endpoints/${endpoint.id}/deliveries`)).items;
  const lookAt = (endpoint: Answer) => kindcast.call('GET', `/v1/webhook-endpoints/${endpoint.id}`);
  const charityOf = async (projectId: string) =>
    (await kindcast.call('GET', '/v1/projects?limit=200')).items.find((project: Answer) => project.id === projectId)
      .charityId as string;
  const comes = (count: number, at = receiver) =>
    until(() => (at.received.length >= count ? at.received : undefined), `${count} deliveries have come`);
  /** Time passes: what waits for its next attempt is due now. */
  const hoursLater = (endpoint: Answer) =>
    asOwner('UPDATE webhook_deliveries SET next_at = now() WHERE endpoint_id = $1 AND next_at IS NOT NULL', [
      endpoint.id,
    ]);

  it('tell a merchant and a charity of each gift, pledged and reversed, each as much as concerns them', async () => {
    const merchant = await listen(['gift.pledged', 'gift.reversed']);
    const charity = await openReceiver();
    await listen(['gift.pledged'], {
      organisationId: await charityOf(village.projects['well']!),
      url: charity.url,
    });
    const order = await sell(village);
    // In no order that anybody promises.
    const byAmount = (a: Answer, b: Answer) => (a.data.amount.amount < b.data.amount.amount ? 1 : -1);
    const [one, two] = (await comes(2)).map(({ event }) => event).sort(byAmount);
    expect([one, two].map((event) => [event.type, event.data.amount, event.data.projectId])).to.deep.equal([
      ['gift.pledged', { amount: '6.00', currency: 'CNY' }, village.projects['school-lunch']],
      ['gift.pledged', { amount: '4.00', currency: 'CNY' }, village.projects['well']],
    ]);
    expect(one.data).to.deep.include({
      shopId: village.shopId,
      sessionId: village.session.id,
      storeOrderId: String(order.id),
    });
    expect(one.data.stands).to.deep.equal({ amount: '6.00', currency: 'CNY' });
    // The project's charity hears of its gift, and nothing of the order's own number.
    await comes(2, charity);
    for (const { event } of charity.received) expect(event.data).not.to.have.any.keys('storeOrderId', 'lineId');
    expect(
      receiver.received
        .concat(charity.received)
        .map(({ body }) => body)
        .join(),
    ).not.to.match(/@|email|Li Mei/i);

    await send(village, 'orders/cancelled', {
      ...order,
      cancelled_at: new Date().toISOString(),
      updated_at: new Date(Date.now() + 60_000).toISOString(),
    });
    const reversed = (await comes(4))
      .slice(2)
      .map(({ event }) => event)
      .sort(byAmount);
    expect(reversed.map((event) => [event.type, event.data.amount.amount, event.data.stands.amount])).to.deep.equal([
      ['gift.reversed', '6.00', '0.00'],
      ['gift.reversed', '4.00', '0.00'],
    ]);
    expect(reversed.map((event) => event.data.giftId)).to.deep.equal([one.data.giftId, two.data.giftId]);
    expect(charity.received.length, 'not asked for').to.equal(2);
    await until(async () => (await log(merchant)).every((each: Answer) => each.state === 'delivered'), 'all is noted');
    const [newest] = await log(merchant);
    expect(newest.attempts).to.have.length(1);
    expect(newest.attempts[0]).to.include({ status: 204 });
    expect(newest.payload).to.deep.equal(
      JSON.parse(receiver.received.find(({ headers }) => headers['webhook-id'] === newest.eventId)!.body),
    );
  });

  it('prove who sends: by the secret shown once, and for a day after a rotation by the one before as well', async () => {
    const endpoint = await listen(['session.ended']);
    expect(endpoint.secret).to.match(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(JSON.stringify(await lookAt(endpoint))).not.to.contain('whsec_');
    const kept = await asOwner('SELECT secret FROM webhook_endpoints WHERE id = $1', [endpoint.id]);
    expect(kept.rows[0].secret.toString('latin1')).not.to.contain(endpoint.secret.slice(6, 20));
    const rotated = await kindcast.call('POST', `/v1/webhook-endpoints/${endpoint.id}/rotate-secret`);
    expect(rotated.secret).not.to.equal(endpoint.secret);
    await kindcast.call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`);
    const [first] = await comes(1);
    const headers = first!.headers as Record<string, string>;
    expect(headers['webhook-signature']!.split(' ')).to.have.length(2);
    for (const secret of [endpoint.secret, rotated.secret])
      expect(new Webhook(secret).verify(first!.body, headers)).to.deep.equal(first!.event);
    expect(() =>
      new Webhook(rotated.secret).verify(first!.body.replace('webhook.test', 'gift.pledged'), headers),
    ).to.throw();

    await asOwner('UPDATE webhook_endpoints SET previous_until = now() WHERE id = $1', [endpoint.id]);
    await kindcast.call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`);
    const later = (await comes(2))[1]!;
    expect(() => new Webhook(endpoint.secret).verify(later.body, later.headers as Record<string, string>)).to.throw();
    new Webhook(rotated.secret).verify(later.body, later.headers as Record<string, string>);
    const trail = JSON.stringify(await kindcast.call('GET', '/v1/audit-trail?limit=200'));
    expect(trail).to.contain(endpoint.id);
    expect(trail).not.to.contain('whsec_');
  });

  it('are sent again under the same id until they are taken; then, when somebody asks, once more', async () => {
    const endpoint = await listen(['session.ended']);
    receiver.answer(500);
    await kindcast.call('POST', `/v1/sessions/${village.session.id}/end`);
    await comes(1);
    const [waiting] = await until(
      async () => ((await log(endpoint))[0]?.attempts.length === 1 ? await log(endpoint) : undefined),
      'it is noted',
    );
    expect(waiting).to.include({ state: 'waiting', type: 'session.ended' });
    expect(waiting.attempts[0]).to.include({ status: 500, trouble: 'status', response: 'as asked' });
    expect(Date.parse(waiting.nextAttemptAt) - Date.parse(waiting.attempts[0].at)).to.be.within(4_900, 8_000);
    receiver.answer(200);
    await hoursLater(endpoint);
    await comes(2);
    const [taken] = await until(
      async () => ((await log(endpoint))[0].state === 'delivered' ? await log(endpoint) : undefined),
      'it is delivered',
    );
    expect(taken.attempts.map((attempt: Answer) => attempt.status)).to.deep.equal([500, 200]);
    await kindcast.call('POST', `/v1/webhook-deliveries/${taken.id}/resend`);
    await comes(3);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).to.deep.equal(
      new Set([taken.eventId]),
    );
    expect(new Set(receiver.received.map(({ body }) => body)).size, 'the very same text').to.equal(1);
    // Not as often as one likes.
    await kindcast.call('POST', `/v1/webhook-deliveries/${taken.id}/resend`, undefined, 409);
  });

  it('give up after ten attempts over days, and switch the endpoint off with the reason; on again, new ones go out', async () => {
    const endpoint = await listen(['session.ended']);
    receiver.answer(503);
    await kindcast.call('POST', `/v1/sessions/${village.session.id}/end`);
    for (let attempt = 1; attempt <= 10; attempt++) {
      await comes(attempt);
      await until(async () => (await log(endpoint))[0].attempts.length === attempt, 'it is noted');
      if (attempt < 10) await hoursLater(endpoint);
    }
    expect(await lookAt(endpoint)).to.include({ enabled: false, disabledReason: 'failed' });
    expect((await log(endpoint))[0]).to.include({ state: 'failed' });
    await kindcast.call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`, undefined, 409);
    receiver.answer(200);
    const { url, events } = endpoint;
    const on = await kindcast.call('PUT', `/v1/webhook-endpoints/${endpoint.id}`, { url, events, enabled: true });
    expect(on).to.include({ enabled: true }).and.not.have.property('disabledReason');
    await kindcast.call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`);
    await comes(11);
  });

  it('stop at once for a receiver that says it is gone (410), and never follow a redirect', async () => {
    const endpoint = await listen(['session.ended']);
    receiver.answer(410);
    await kindcast.call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`);
    await until(async () => !(await lookAt(endpoint)).enabled, 'it is off');
    expect(await lookAt(endpoint)).to.include({ disabledReason: 'gone' });
    const secretPlace = await openReceiver();
    const second = await listen(['session.ended']);
    receiver.answer((response) => response.writeHead(302, { location: secretPlace.url }).end());
    await kindcast.call('POST', `/v1/webhook-endpoints/${second.id}/test`);
    const attempt = await until(async () => (await log(second))[0].attempts[0], 'it is noted');
    expect(attempt).to.include({ status: 302, trouble: 'redirect' });
    expect(secretPlace.received).to.deep.equal([]);
  });

  it('reach the others while one receiver never answers', async () => {
    const slow = await listen(['session.started', 'session.ended']);
    receiver.answer(() => undefined);
    for (let at = 0; at < 12; at++) await kindcast.call('POST', `/v1/webhook-endpoints/${slow.id}/test`);
    await comes(1);
    const quick = await openReceiver();
    const other = await listen(['session.started'], { url: quick.url });
    const since = performance.now();
    for (let at = 0; at < 12; at++) await kindcast.call('POST', `/v1/webhook-endpoints/${other.id}/test`);
    await comes(12, quick);
    expect(performance.now() - since, 'nobody waits for the slow one').to.be.lessThan(12 * 1_500);
    const attempt = await until(
      async () => (await log(slow)).find((each: Answer) => each.attempts.length > 0)?.attempts[0],
      'the slow one is noted',
    );
    expect(attempt).to.include({ trouble: 'slow' });
  });

  it('tell when a session begins and ends, with what it gave, to its owner and the merchants who sell in it', async () => {
    const endpoint = await listen(['session.started', 'session.ended']);
    const session = await kindcast.call('POST', '/v1/sessions', {
      title: 'Tea',
      streamer: 'Li Mei',
      shopIds: [village.shopId],
    });
    await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
    await sell({ ...village, session });
    await kindcast.call('POST', `/v1/sessions/${session.id}/end`);
    await kindcast.call('POST', `/v1/sessions/${session.id}/end`);
    // Whoever begins to listen may also hear of the moments before, as here of the village's own session.
    const ofThis = () =>
      receiver.received.map(({ event }) => event).filter(({ data }) => data.sessionId === session.id);
    await until(() => ofThis().length >= 2, 'both have come');
    const events = ofThis();
    expect(events.map((event) => event.type)).to.have.members(['session.started', 'session.ended']);
    const ended = events.find((event) => event.type === 'session.ended');
    expect(ended.data).to.deep.include({
      sessionId: session.id,
      title: 'Tea',
      shopIds: [village.shopId],
      totals: [{ currency: 'CNY', given: '10.00', orders: 1, units: 2 }],
    });
    expect(Date.parse(ended.data.endedAt)).to.be.greaterThan(Date.parse(ended.data.startedAt));
    await kindcast.call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`);
    await until(() => receiver.received.some(({ event }) => event.type === 'webhook.test'), 'the last one has come');
    expect(ofThis().length, 'ending it again is no news').to.equal(2);
  });

  it('tell each milestone of a goal once, also when the total falls and rises again, and none that lies behind', async () => {
    const session = await kindcast.call('POST', '/v1/sessions', {
      title: 'Goal',
      streamer: 'Li Mei',
      shopIds: [village.shopId],
      goal: { amount: '30.00', currency: 'CNY' },
    });
    await kindcast.call('POST', `/v1/sessions/${session.id}/start`);
    const here = { ...village, session };
    // 10 of 30: a quarter is reached before anybody listens.
    await sell(here);
    const endpoint = await listen(['milestone.reached']);
    const order = await sell(here);
    expect((await comes(1))[0]!.event).to.deep.include({ type: 'milestone.reached' });
    expect(receiver.received[0]!.event.data).to.deep.equal({
      topic: `session:${session.id}`,
      title: 'Goal',
      percent: 50,
      goal: { amount: '30.00', currency: 'CNY' },
      given: { amount: '20.00', currency: 'CNY' },
    });
    await send(village, 'orders/cancelled', {
      ...order,
      cancelled_at: new Date().toISOString(),
      updated_at: new Date(Date.now() + 60_000).toISOString(),
    });
    await sell(here);
    await sell(here);
    await comes(3);
    expect(receiver.received.map(({ event }) => event.data.percent)).to.have.members([50, 75, 100]);
    await sell(here);
    await kindcast.call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`);
    await until(() => receiver.received.some(({ event }) => event.type === 'webhook.test'), 'the last one has come');
    expect(receiver.received.length).to.equal(4);
  });

  it('tell a charity and the givers that a payout was sent, in the transaction that sends it', async () => {
    const charityId = await charityOf(village.projects['well']!);
    await listen(['payout.sent'], { organisationId: charityId });
    const payout = {
      payoutId: 'payout-1',
      charityId,
      merchantIds: [village.merchantId],
      amount: { amount: '4.00', currency: 'CNY' },
      projects: [{ projectId: village.projects['well']!, amount: { amount: '4.00', currency: 'CNY' } }],
      sentAt: new Date(),
    };
    await kindcast.database.knex
      .transaction(async (db) => {
        await tellPayoutSent(db, { ...payout, payoutId: 'never sent' });
        throw new Error('the bank is closed');
      })
      .catch(() => undefined);
    await kindcast.database.knex.transaction((db) => tellPayoutSent(db, payout));
    const { event } = (await comes(1))[0]!;
    expect(event.type).to.equal('payout.sent');
    expect(event.data).to.deep.include({ payoutId: 'payout-1', amount: payout.amount, projects: payout.projects });
  });
});
