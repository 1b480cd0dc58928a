import { expect } from 'chai';
import fc from 'fast-check';
import { MoneyError, minorDigits, storeAmountToMinor, toAmount, toMinor } from '../../server/ledger/money.js';
import { splitByWeight } from '../../server/ledger/split.js';

describe('money', () => {
  const currency = fc.constantFrom('CNY', 'JPY', 'KWD', 'USD', 'CLF');
  const minor = fc.bigInt({ min: 0n, max: 10n ** 12n - 1n });

  it('survives the way to the wire and back, in every kind of currency', () => {
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        const text = toAmount(amount, code);
        expect(toMinor({ amount: text, currency: code })).to.equal(amount);
        expect(text.split('.')[1]?.length ?? 0).to.equal(minorDigits(code));
      }),
    );
  });

  it('takes nothing that is not an exact amount (M8)', () => {
    const wrong = [
      '1e21',
      '-0',
      '-1',
      '+1',
      'NaN',
      'Infinity',
      '1,00',
      '1'.repeat(30),
      '0x1',
      '',
      ' 1',
      '1 ',
      '1.',
      '.5',
      '01',
      '1.234',
      '１',
    ];
    for (const amount of wrong) expect(() => toMinor({ amount, currency: 'CNY' }), amount).to.throw(MoneyError);
    expect(() => toMinor({ amount: '1.5', currency: 'JPY' })).to.throw(MoneyError);
    expect(() => toMinor({ amount: '1', currency: 'XAU' })).to.throw(MoneyError);
    expect(() => toMinor({ amount: '1', currency: 'cny' })).to.throw(MoneyError);
  });

  it("takes a store's extra zeros and corrections, but no extra cents", () => {
    expect(storeAmountToMinor('1000.00', 'JPY')).to.equal(1000n);
    expect(storeAmountToMinor('-10.00', 'CNY')).to.equal(-1000n);
    expect(() => storeAmountToMinor('1000.50', 'JPY')).to.throw(MoneyError);
  });

  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((weight) => weight > 0n));

  it('splits add up to the whole, give nothing to a weight of zero, and are off by less than a unit (M1)', () => {
    fc.assert(
      fc.property(minor, weights, (whole, list) => {
        const parts = splitByWeight(whole, list);
        const sum = list.reduce((total, weight) => total + weight, 0n);
        expect(parts.reduce((total, part) => total + part, 0n)).to.equal(whole);
        parts.forEach((part, at) => {
          const exact = whole * list[at]!;
          expect(part * sum > exact - sum && part * sum < exact + sum).to.equal(true);
          if (list[at] === 0n) expect(part).to.equal(0n);
        });
      }),
    );
  });

  it('splits give the odd unit to the largest remainder, ties to the first', () => {
    expect(splitByWeight(501n, [60n, 40n])).to.deep.equal([301n, 200n]);
    expect(splitByWeight(1n, [1n, 1n])).to.deep.equal([1n, 0n]);
    expect(splitByWeight(10n, [1n, 1n, 1n])).to.deep.equal([4n, 3n, 3n]);
  });
});
