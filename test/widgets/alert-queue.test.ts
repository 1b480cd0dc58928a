import { expect } from 'chai';
import { GiftQueue } from '../../widgets/overlay/gift-queue.js';
import type { SeenGift } from '../../widgets/feed/take-news.js';

function gifts(...keys: string[]): SeenGift[] {
  const amount = { amount: '1.00', currency: 'CNY' };
  return keys.map((key) => ({ key, fresh: true, at: '', item: key, projectId: 'p', amount, change: 'pledged' }));
}

const shown = (queue: GiftQueue, now: number) =>
  queue
    .onAir(now)
    .map(({ key }) => key)
    .join(' ');

describe('gifts on air', () => {
  it('shows what is known at once', () => {
    const queue = new GiftQueue();
    queue.take(gifts('c', 'b', 'a'));
    expect(shown(queue, 0)).to.equal('c b a');
  });

  it('lets gifts enter one at a time, the oldest first', () => {
    const queue = new GiftQueue();
    queue.take(gifts('a'));
    queue.take(gifts('c', 'b', 'a'));
    expect(shown(queue, 0)).to.equal('b a');
    expect(shown(queue, 10)).to.equal('b a');
    expect(queue.waitMs(10)).to.equal(890);
    expect(shown(queue, 900)).to.equal('c b a');
    expect(queue.waitMs(900)).to.equal(undefined);
  });

  it('skips the oldest when more wait than anyone can read', () => {
    const queue = new GiftQueue();
    queue.take(gifts('a'));
    queue.take(gifts('i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a'));
    expect(shown(queue, 0)).to.equal('f a');
  });
});
