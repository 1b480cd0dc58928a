import { expect } from 'chai';
import type { SeenGift } from '../../../widgets/feed/take-news.js';
import { OnAir } from '../../../widgets/overlay/on-air.js';

const gift = (key: string): SeenGift => ({
  key,
  fresh: true,
  at: key,
  item: key,
  projectId: 'p',
  amount: { amount: '1.00', currency: 'CNY' },
  change: 'pledged',
});
const list = (keys: string) => [...keys].map(gift).reverse();
const shown = (onAir: OnAir, now: number) =>
  onAir
    .shown(now)
    .map((alert) => ('gift' in alert ? alert.gift.item : `+${alert.count}`))
    .join(' ');

describe('what is on air', () => {
  it('on a card: the newest three from the start, then one after another', () => {
    const onAir = new OnAir('card');
    onAir.take(list('abcd'), 0);
    expect(shown(onAir, 0)).to.equal('d c b');
    onAir.take(list('abcdef'), 0);
    expect(shown(onAir, 0)).to.equal('e d c');
    expect(shown(onAir, 600)).to.equal('e d c');
    expect(onAir.waitMs(600)).to.equal(600);
    expect(shown(onAir, 1_200)).to.equal('f e d');
    expect(onAir.waitMs(1_200)).to.equal(undefined);
  });

  it('on a card: a crowd as one line', () => {
    const onAir = new OnAir('card');
    onAir.take(list('a'), 0);
    onAir.take(list('abcdefgh'), 0);
    expect(shown(onAir, 0)).to.equal('+7 a');
  });

  it('where moments are shown: nothing at first, each alone, then nothing again', () => {
    const onAir = new OnAir('alert');
    onAir.take(list('ab'), 0);
    expect(shown(onAir, 0)).to.equal('');
    onAir.take(list('abcd'), 0);
    expect(shown(onAir, 0)).to.equal('c');
    expect(shown(onAir, 3_200)).to.equal('d');
    expect(onAir.waitMs(3_200)).to.equal(6_000);
    expect(shown(onAir, 6_000)).to.equal('d');
    expect(shown(onAir, 9_200)).to.equal('');
    expect(onAir.waitMs(9_200)).to.equal(undefined);
  });

  it('a test for a while, and then the list as it was', () => {
    const entered: string[] = [];
    const onAir = new OnAir('card', ({ kind }) => entered.push(kind));
    onAir.take(list('abc'), 0);
    onAir.takeTest(gift('test'));
    expect(shown(onAir, 0)).to.equal('test c b');
    expect(onAir.waitMs(0)).to.equal(8_000);
    expect(shown(onAir, 8_000)).to.equal('c b a');
    expect(entered).to.deep.equal(['test']);
  });
});
