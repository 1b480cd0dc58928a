import { expect } from 'chai';
import fc from 'fast-check';
import { partsOf } from '../../../server/giving/rule-figures.js';
import { ruleWords, type RuleTold } from '../../../server/giving/rule-words.js';

const lunch = { title: 'Hot lunches', charity: 'Rural Lunch Foundation', weight: 1n };
const well = { title: '村口一口井', charity: '清泉公益', weight: 1n };
const five: RuleTold = { share: { kind: 'percent', value: '5' }, base: 'asPriced', currency: 'CNY', projects: [lunch] };
const tenThousand = { amount: '10000.00', currency: 'CNY' };
const newYear = new Date('2027-01-01T00:00:00Z');

describe("a rule's words for buyers", () => {
  const says = (rule: Partial<RuleTold>, en: string, zh: string) => {
    expect(ruleWords({ ...five, ...rule })).to.deep.equal({ en, 'zh-CN': zh });
  };

  it('say share, project, charity, end and cap in one sentence', () =>
    says(
      { until: newYear, cap: tenThousand },
      '5% of what you pay for this goes to Hot lunches (Rural Lunch Foundation), until 31 Dec 2026, at most CN¥10,000 in all.',
      '商家从你为此商品支付的金额中拿出 5%，捐给“Hot lunches”（Rural Lunch Foundation），截至2026年12月31日，总额最多 ¥10,000。',
    ));

  it('say no more than there is to say', () =>
    says(
      { share: { kind: 'percent', value: '0.50' } },
      '0.5% of what you pay for this goes to Hot lunches (Rural Lunch Foundation).',
      '商家从你为此商品支付的金额中拿出 0.5%，捐给“Hot lunches”（Rural Lunch Foundation）。',
    ));

  it('say when the tax is taken out first', () =>
    says(
      { base: 'exTax' },
      '5% of what you pay for this, without tax, goes to Hot lunches (Rural Lunch Foundation).',
      '商家从你为此商品支付的不含税金额中拿出 5%，捐给“Hot lunches”（Rural Lunch Foundation）。',
    ));

  it('do not speak of tax where the share is an amount, which no tax changes', () =>
    says(
      { base: 'exTax', share: { kind: 'perUnit', amount: '2.00' } },
      'CN¥2 of each one sold goes to Hot lunches (Rural Lunch Foundation).',
      '此商品每售出一件，商家拿出 ¥2，捐给“Hot lunches”（Rural Lunch Foundation）。',
    ));

  it('tell an amount for each order, in the digits of its currency', () =>
    says(
      { currency: 'JPY', share: { kind: 'perOrder', amount: '150' }, cap: { amount: '90000', currency: 'JPY' } },
      '¥150 of each order with this goes to Hot lunches (Rural Lunch Foundation), at most ¥90,000 in all.',
      '每笔含此商品的订单，商家拿出 JP¥150，捐给“Hot lunches”（Rural Lunch Foundation），总额最多 JP¥90,000。',
    ));

  it('tell how the share is split, the end and the cap before the list', () =>
    says(
      {
        projects: [
          { ...lunch, weight: 3n },
          { ...well, weight: 2n },
        ],
        until: newYear,
        cap: tenThousand,
      },
      '5% of what you pay for this goes to 2 projects, until 31 Dec 2026, at most CN¥10,000 in all: ' +
        '60% to Hot lunches (Rural Lunch Foundation) and 40% to 村口一口井 (清泉公益).',
      '商家从你为此商品支付的金额中拿出 5%，捐给 2 个项目，截至2026年12月31日，总额最多 ¥10,000：' +
        '60% 给“Hot lunches”（Rural Lunch Foundation），40% 给“村口一口井”（清泉公益）。',
    ));

  it('round no part of a split: thirds stay thirds', () => {
    const { en } = ruleWords({ ...five, projects: [lunch, { ...well, weight: 2n }] });
    expect(en).to.contain('1/3 to Hot lunches').and.contain('2/3 to 村口一口井');
  });

  it('do not name a project that gets nothing', () =>
    expect(ruleWords({ ...five, projects: [lunch, { ...well, weight: 0n }] })).to.deep.equal(ruleWords(five)));

  it('say that nothing more is given once the cap is reached, whatever the share was', () => {
    for (const share of [five.share, { kind: 'perOrder', amount: '1.00' } as const])
      says(
        { share, until: newYear, cap: tenThousand, capReached: true },
        'The cap of CN¥10,000 has been reached and goes to Hot lunches (Rural Lunch Foundation). Further orders give nothing more.',
        '捐赠已达到上限 ¥10,000，全部捐给“Hot lunches”（Rural Lunch Foundation）。之后的订单不再捐赠。',
      );
  });

  const ends: [string, string, string][] = [
    ['2026-12-31T23:59:59Z', '31 Dec 2026', '2026年12月31日'],
    ['2026-12-31T23:59:00Z', '31 Dec 2026', '2026年12月31日'],
    ['2026-12-31T16:00:00Z', '31 Dec 2026 (Beijing time)', '2026年12月31日（北京时间）'],
    ['2026-12-31T12:30:00Z', '31 Dec 2026, 12:30 UTC', '2026年12月31日 12:30（UTC）'],
  ];
  for (const [until, en, zh] of ends)
    it(`name the last day of a rule that ends ${until}: ${en}`, () => {
      const words = ruleWords({ ...five, until: new Date(until) });
      expect(words.en).to.contain(`, until ${en}.`);
      expect(words['zh-CN']).to.contain(`，截至${zh}。`);
    });

  it('never say "proceeds" or "profits", and always name every charity', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(0n, 1_000_000n), { minLength: 1, maxLength: 20 }).filter((list) => list.some((w) => w > 0n)),
        fc.boolean(),
        (weights, capReached) => {
          const projects = weights.map((weight, at) => ({ title: `p${at}`, charity: `charity ${at}.`, weight }));
          const words = Object.values(ruleWords({ ...five, projects, cap: tenThousand, capReached }));
          for (const text of words) {
            expect(text).not.to.match(/proceeds|profit|收益|利润/);
            projects.forEach(({ charity, weight }) => expect(text.includes(charity)).to.equal(weight > 0n));
          }
        },
      ),
    );
  });

  it('tell parts that are exactly the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 1_000_000n), { minLength: 1, maxLength: 20 }), (weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0n);
        partsOf(weights, 'en').forEach((part, at) => {
          const [over, under] = part.endsWith('%') ? [hundredths(part), 10_000n] : fraction(part);
          expect(over * whole).to.equal(weights[at]! * under);
        });
      }),
    );
  });
});

/** Hundredths of a percent in "12.5%". */
function hundredths(percent: string): bigint {
  const [whole = '0', decimals = ''] = percent.slice(0, -1).split('.');
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'));
}

const fraction = (text: string) => text.split('/').map(BigInt) as [bigint, bigint];
