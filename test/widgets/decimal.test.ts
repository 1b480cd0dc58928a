import { expect } from 'chai';
import fc from 'fast-check';
import { between, compareDecimals, fractionOf, subtractDecimals } from '../../widgets/money/decimal.js';

const amount = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 4 })).map(([units, digits]) => {
  const figures = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const cut = figures.length - digits;
  return (units < 0n ? '-' : '') + figures.slice(0, cut) + (digits > 0 ? `.${figures.slice(cut)}` : '');
});

describe('decimal strings', () => {
  it('compares and subtracts exactly where floating point would not', () => {
    expect(subtractDecimals('0.30', '0.10')).to.equal('0.20');
    expect(subtractDecimals('9007199254740993.01', '0.02')).to.equal('9007199254740992.99');
    expect(compareDecimals('9007199254740993', '9007199254740992')).to.equal(1);
    expect(compareDecimals('12.50', '12.5')).to.equal(0);
    expect(subtractDecimals('1.00', '1.05')).to.equal('-0.05');
  });

  it('counts from one amount to another, ends exactly there and never leaves the way between', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 1000 }), (from, to, progress) => {
        const shown = between(from, to, progress);
        const [low, high] = compareDecimals(from, to) < 0 ? [from, to] : [to, from];
        expect(compareDecimals(low, shown)).to.be.at.most(0);
        expect(compareDecimals(shown, high)).to.be.at.most(0);
        expect(compareDecimals(between(from, to, 1000), to)).to.equal(0);
        expect(compareDecimals(between(from, to, 0), from)).to.equal(0);
      }),
    );
  });

  it('keeps the finer digits while counting', () => {
    expect(between('1.00', '2.00', 500)).to.equal('1.50');
    expect(between('100', '200', 333)).to.equal('133');
  });

  it('cuts a fraction, so that nothing short of the goal reads as the goal', () => {
    expect(fractionOf('9999.99', '10000.00')).to.equal('0.9999');
    expect(fractionOf('12', '10.00')).to.equal('1.2000');
    expect(fractionOf('5.00', '0.00')).to.equal('0');
    expect(fractionOf('-5.00', '10.00')).to.equal('0');
  });

  it('refuses what is not a plain decimal', () => {
    for (const text of ['1e3', '', '1,000', '.5', 'NaN']) expect(() => compareDecimals(text, '0')).to.throw(RangeError);
  });
});
