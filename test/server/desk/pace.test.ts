import { expect } from 'chai';
import fc from 'fast-check';
import { paceOf, type Sample } from '../../../server/desk/pace.js';

const start = new Date('2026-12-24T12:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const sample = (seconds: number, given: bigint, orders: number, currency = 'CNY'): Sample => ({
  at: after(seconds),
  currency,
  given,
  orders,
});

describe('the pace of a session', () => {
  it('tells each minute apart, and means the last five', () => {
    const [pace] = paceOf([sample(30, 500n, 1), sample(90, 1_500n, 3), sample(170, 1_200n, 2)], {
      from: start,
      until: after(180),
    });
    expect(pace!.minutes.map(({ given, orders }) => [given, orders])).to.deep.equal([
      ['5.00', 1],
      ['10.00', 2],
      ['-3.00', -1],
    ]);
    expect(pace!.perMinute).to.equal('4.00');
    expect(pace!.ordersPerMinute).to.equal('0.7');
  });

  it('counts each currency for itself, and quiet minutes as quiet', () => {
    const pace = paceOf([sample(10, 100n, 1), sample(20, 300n, 1, 'JPY')], { from: start, until: after(600) });
    expect(pace.map(({ currency, perMinute }) => [currency, perMinute])).to.deep.equal([
      ['CNY', '0.00'],
      ['JPY', '0'],
    ]);
    expect(pace[0]!.minutes).to.have.length(10);
  });

  it('adds up to what was given since the first minute shown, however the samples fall', () => {
    const samples = fc.array(fc.tuple(fc.nat(3_600), fc.nat(1_000_000)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(samples, fc.integer({ min: 60, max: 4_000 }), (drawn, lived) => {
        const until = after(lived);
        const list = drawn
          .map(([seconds, given]) => sample(Math.min(seconds, lived), BigInt(given), 0))
          .sort((a, b) => a.at.getTime() - b.at.getTime());
        const [pace] = paceOf(list, { from: start, until });
        const first = Date.parse(pace!.minutes[0]!.at);
        const before = list.findLast(({ at }) => at.getTime() <= first)?.given ?? 0n;
        const sum = pace!.minutes.reduce((all, { given }) => all + BigInt(given.replace('.', '')), 0n);
        expect(sum).to.equal(list.at(-1)!.given - before);
      }),
    );
  });
});
