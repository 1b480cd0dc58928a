import { expect } from 'chai';
import {
  formatMoney,
  formatPercent,
  formatShort,
  formatTakenBack,
  isShortened,
  moneyPieces,
} from '../../widgets/money/format-money.js';

describe('money on screen', () => {
  it("shows the currency's own digits", () => {
    expect(formatMoney({ amount: '1234.5', currency: 'CNY' }, 'zh-CN')).to.equal('¥1,234.50');
    expect(formatMoney({ amount: '1204500', currency: 'JPY' }, 'en')).to.equal('¥1,204,500');
    expect(formatMoney({ amount: '1.234', currency: 'KWD' }, 'en')).to.contain('1.234');
  });

  it('keeps every digit of an amount that no floating-point number holds', () => {
    expect(formatMoney({ amount: '90071992547409931.07', currency: 'USD' }, 'en')).to.equal(
      '$90,071,992,547,409,931.07',
    );
  });

  it('shows what was taken back with a minus sign, whichever sign it came with', () => {
    expect(formatTakenBack({ amount: '2.00', currency: 'CNY' }, 'zh-CN')).to.equal('−¥2.00');
    expect(formatTakenBack({ amount: '-2.00', currency: 'CNY' }, 'zh-CN')).to.equal('−¥2.00');
  });

  it('says big amounts the short way and never more than there is', () => {
    expect(formatShort({ amount: '9999.99', currency: 'CNY' }, 'zh-CN')).to.equal('¥9,999.99');
    expect(formatShort({ amount: '19999.99', currency: 'CNY' }, 'zh-CN')).to.equal('¥1.9万');
    expect(formatShort({ amount: '19999.99', currency: 'CNY' }, 'en')).to.equal('CN¥19.9K');
    expect(isShortened('9999.99')).to.equal(false);
    expect(isShortened('-10000')).to.equal(true);
  });

  it('divides a headline into symbol, figures and cents', () => {
    expect(moneyPieces({ amount: '128456.70', currency: 'CNY' }, 'zh-CN')).to.deep.equal([
      { small: true, text: '¥' },
      { small: false, text: '128,456' },
      { small: true, text: '.70' },
    ]);
  });

  it('never rounds a percentage up to the goal', () => {
    expect(formatPercent('0.9999', 'en')).to.equal('99.9%');
    expect(formatPercent('1.2000', 'en')).to.equal('120%');
  });
});
