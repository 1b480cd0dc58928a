import { expect } from 'chai';
import fc from 'fast-check';
import type { SeenGift } from '../../../widgets/feed/take-news.js';
import { addDecimals } from '../../../widgets/money/decimal.js';
import { AlertQueue } from '../../../widgets/overlay/alert-queue.js';
import type { Alert } from '../../../widgets/views/overlay/overlay-shown.js';

const gift = (key: string, more: Partial<SeenGift> = {}): SeenGift => ({
  key,
  fresh: true,
  at: `2026-11-25T10:00:${key.padStart(2, '0')}Z`,
  item: key,
  projectId: 'lunch',
  amount: { amount: '1.10', currency: 'CNY' },
  change: 'pledged',
  ...more,
});

/** Newest first, as the feed lists them. */
const list = (...keys: string[]) => keys.map((key) => gift(key)).reverse();

const opened = (...keys: string[]) => {
  const queue = new AlertQueue();
  queue.take(list(...keys));
  return queue;
};

function drain(queue: AlertQueue): Alert[] {
  const told: Alert[] = [];
  for (let next = queue.next(); next; next = queue.next()) told.push(next);
  return told;
}

const told = (alerts: readonly Alert[]) =>
  alerts.map((alert) => ('gift' in alert ? alert.gift.item : `+${alert.count}`)).join(' ');

describe('what an overlay has still to tell', () => {
  it('is not what was there when it opened', () => {
    const queue = opened('1', '2');
    expect(queue.waiting).to.equal(0);
    queue.take(list('1', '2', '3'));
    expect(told(drain(queue))).to.equal('3');
  });

  it('also not when nothing was there, or what an answer brings of before', () => {
    const queue = opened();
    queue.take(list('1'));
    queue.take([gift('3'), gift('2', { fresh: false }), gift('1')]);
    expect(told(drain(queue))).to.equal('1 3');
  });

  it('comes one by one, the oldest first, while it is little', () => {
    const queue = opened('1');
    queue.take(list('1', '2', '3', '4'));
    expect(told(drain(queue))).to.equal('2 3 4');
  });

  it('is told as one when it is much: how many, and the exact sum of each currency', () => {
    const queue = opened('1');
    const yen = { amount: { amount: '250', currency: 'JPY' } };
    queue.take([gift('6', yen), gift('5'), gift('4'), gift('3'), gift('2'), gift('1')]);
    const [merged, ...rest] = drain(queue);
    expect(rest).to.deep.equal([]);
    expect(merged).to.deep.include({
      kind: 'gifts',
      count: 5,
      orMore: false,
      projectId: 'lunch',
      sums: [
        { currency: 'CNY', amount: '4.40' },
        { currency: 'JPY', amount: '250' },
      ],
    });
  });

  it('keeps falls apart from gifts, each with its reason', () => {
    const queue = opened('1');
    const fall = (key: string, reason: string) => gift(key, { change: 'reversed', reason });
    queue.take([gift('4'), fall('3', 'refund'), gift('2'), gift('1')]);
    expect(drain(queue).map(({ kind }) => kind)).to.deep.equal(['gift', 'fall', 'gift']);
    queue.take(['9', '8', '7', '6', '5'].map((key) => fall(key, 'cancelled')));
    expect(drain(queue)).to.have.length(1);
    queue.take(['14', '13', '12', '11'].map((key) => fall(key, key === '12' ? 'refund' : 'cancelled')));
    const [mixed] = drain(queue);
    expect(mixed).to.include({ kind: 'falls', count: 4 }).and.not.to.have.property('reason');
  });

  it('says "and more" when the message was full, because the feed leaves out what is older', () => {
    const queue = opened();
    queue.take(Array.from({ length: 20 }, (_, place) => gift(String(50 - place))));
    expect(queue.next()).to.include({ count: 20, orMore: true });
    queue.take(list('1', '2', '3', '4', '5'));
    expect(queue.next()).to.include({ count: 5, orMore: false });
  });

  it('begins with a test, which is never in a sum', () => {
    const queue = opened('1');
    queue.take(list('1', '2', '3', '4', '5', '6'));
    queue.takeTest(gift('t'));
    expect(drain(queue).map(({ kind }) => kind)).to.deep.equal(['test', 'gifts']);
  });

  it('loses and doubles nothing: every gift comes out once, alone or in a sum, however they come', () => {
    const arrival = fc.record({
      cents: fc.integer({ min: 1, max: 99_999 }),
      currency: fc.constantFrom('CNY', 'USD'),
      change: fc.constantFrom('pledged' as const, 'reversed' as const),
    });
    const step = fc.oneof(fc.constant('tell' as const), fc.array(arrival, { minLength: 1, maxLength: 20 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const queue = opened();
        const [came, went] = [new Map<string, string>(), new Map<string, string>()];
        const add = (to: Map<string, string>, name: string, amount: string) =>
          to.set(name, addDecimals(to.get(name) ?? '0', amount));
        const tell = (alert: Alert | undefined) => {
          if (!alert) return;
          const change = alert.kind === 'gift' || alert.kind === 'gifts' ? 'pledged' : 'reversed';
          const sums = 'gift' in alert ? [alert.gift.amount] : alert.sums;
          for (const { currency, amount } of sums) add(went, `${change} ${currency}`, amount);
          add(went, change, String('gift' in alert ? 1 : alert.count));
        };
        let list: SeenGift[] = [];
        let number = 0;
        for (const each of steps) {
          if (each === 'tell') tell(queue.next());
          else {
            const fresh = each.map(({ cents, currency, change }) => {
              const digits = String(cents).padStart(3, '0');
              const amount = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
              add(came, `${change} ${currency}`, amount);
              add(came, change, '1');
              return gift(String((number += 1)), { amount: { amount, currency }, change });
            });
            list = [...fresh.reverse(), ...list].slice(0, 20);
            queue.take(list);
          }
        }
        drain(queue).forEach(tell);
        expect(Object.fromEntries(went)).to.deep.equal(Object.fromEntries(came));
      }),
    );
  });
});
