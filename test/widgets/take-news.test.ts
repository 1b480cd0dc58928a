import { expect } from 'chai';
import {
  GIFTS_KEPT,
  isBehind,
  nothingKnown,
  takeAnswer,
  takeGifts,
  takeSnapshot,
  takeStatus,
} from '../../widgets/feed/take-news.js';
import type { FeedGift, Snapshot } from '../../widgets/feed/wire.js';

const topic = 'session:s1';

function snapshot(seq: number, given: string): Snapshot {
  const rest = { pledged: given, confirmed: '0.00', paid: '0.00', matched: '0.00', orders: 1, units: 1 };
  return { topic, seq, at: '2026-01-01T00:00:00Z', totals: [{ currency: 'CNY', given, ...rest }], projects: [] };
}

function gift(item: string, second = 0): FeedGift {
  const at = `2026-01-01T00:00:${String(second).padStart(2, '0')}Z`;
  return { at, item, projectId: 'p1', amount: { amount: '1.00', currency: 'CNY' }, change: 'pledged' };
}

const items = (gifts: readonly FeedGift[]) => gifts.map((each) => each.item).join(' ');

describe('news of a topic', () => {
  it('keeps the newest snapshot, whatever the order of arrival', () => {
    let state = takeSnapshot(nothingKnown, snapshot(5, '5.00'), 0);
    state = takeSnapshot(state, snapshot(4, '9.00'), 0);
    state = takeSnapshot(state, snapshot(5, '8.00'), 0);
    expect(state.snapshot?.totals[0]?.given).to.equal('5.00');
    expect(takeSnapshot(state, snapshot(6, '6.00'), 0).snapshot?.seq).to.equal(6);
  });

  it('remembers by how much a total went down', () => {
    let state = takeSnapshot(nothingKnown, snapshot(1, '5.00'), 0);
    expect(state.drop).to.equal(undefined);
    state = takeSnapshot(state, snapshot(2, '3.00'), 7);
    expect(state.drop).to.deep.equal({ currency: 'CNY', amount: '2.00', seenAt: 7 });
  });

  it('shows a gift message once and newest first', () => {
    const message = { topic, seq: 3, gifts: [gift('early', 1), gift('late', 2)] };
    const once = takeGifts(nothingKnown, message);
    expect(items(once.gifts)).to.equal('late early');
    expect(takeGifts(once, message)).to.equal(once);
  });

  it('adds nothing that the answer to watch already contained', () => {
    const state = takeAnswer(nothingKnown, snapshot(3, '1.00'), [gift('honey')], 0);
    expect(items(takeGifts(state, { topic, seq: 3, gifts: [gift('honey')] }).gifts)).to.equal('honey');
    expect(items(takeGifts(state, { topic, seq: 4, gifts: [gift('tea')] }).gifts)).to.equal('tea honey');
  });

  it('marks as fresh only what came after the first answer, and keeps what was already on screen', () => {
    const first = takeAnswer(nothingKnown, snapshot(3, '1.00'), [gift('honey', 1)], 0);
    const again = takeAnswer(first, snapshot(9, '2.00'), [gift('honey', 1), gift('tea', 2)], 0);
    expect(again.gifts.map(({ item, fresh }) => `${item} ${fresh}`)).to.deep.equal(['tea true', 'honey false']);
    expect(again.gifts[1]?.key).to.equal(first.gifts[0]?.key);
  });

  it('gives equal gifts keys of their own and keeps a bounded list', () => {
    let state = nothingKnown;
    for (let seq = 0; seq < 30; seq++) state = takeGifts(state, { topic, seq, gifts: [gift('same'), gift('same')] });
    expect(state.gifts).to.have.length(GIFTS_KEPT);
    expect(new Set(state.gifts.map(({ key }) => key))).to.have.property('size', GIFTS_KEPT);
  });

  it('knows from what the server mentions that something never arrived: totals, gifts, or gifts in between', () => {
    const still = (seq: number, giftsSeq: number) => ({ topic, seq, giftsSeq });
    let state = takeAnswer(nothingKnown, snapshot(3, '1.00'), [gift('honey')], 0);
    expect(isBehind(nothingKnown, still(0, 0))).to.equal(true);
    expect(isBehind(state, still(3, 3))).to.equal(false);
    expect(isBehind(state, still(4, 3)), 'totals').to.equal(true);

    state = takeSnapshot(state, snapshot(5, '2.00'), 0);
    expect(isBehind(state, still(5, 2))).to.equal(false);
    expect(isBehind(state, still(5, 5)), 'gifts').to.equal(true);

    const [seen, missed] = [3, 4].map((after) => takeGifts(state, { topic, seq: 5, after, gifts: [gift('tea')] }));
    expect(isBehind(seen!, still(5, 5))).to.equal(false);
    expect(isBehind(missed!, still(5, 5)), 'gifts in between').to.equal(true);
    expect(isBehind(takeGifts(missed!, { topic, seq: 6, after: 5, gifts: [gift('rice')] }), still(5, 6))).to.equal(
      true,
    );
    expect(isBehind(takeAnswer(missed!, snapshot(5, '2.00'), [gift('tea')], 0), still(5, 5))).to.equal(false);
  });

  it('takes the status of a session as it is told', () => {
    expect(takeStatus(nothingKnown, 'ended').status).to.equal('ended');
  });
});
