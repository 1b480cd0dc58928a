import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { tellStory } from '../support/tell-story.js';

describe('the story of an order', () => {
  let kindcast: Kindcast;
  before(async () => {
    kindcast = await startKindcast();
  });
  after(() => kindcast.stop());

  const stories: Record<string, string> = {
    'gives its share when it is paid, and once': `
      rule   honey  10%  school-lunch 60  well 40
      order  o-7  honey 50.05        -> counted
      given  school-lunch 0.00
      paid   o-7                     -> counted
      again                          -> duplicate
      again-as-new                   -> duplicate
      given  school-lunch 3.01  well 2.00
      total  5.01 orders 1 units 1
      refund o-7 all                 -> counted
      given  school-lunch 0.00  well 0.00
      total  0.00 orders 0 units 0`,

    'a real order: line and order discounts, each line rounded half up': `
      rule   honey  5%  school-lunch 1
      rule   tea    5%  school-lunch 1
      paid   o-1  honey 99.00-19.10  tea 100.00-15.00
      nets   o-1  79.90 85.00
      given  school-lunch 8.25`,

    'order-level and line-level discounts together': `
      rule   honey  100%  school-lunch 1
      rule   tea    100%  well 1
      paid   o-1  honey 75.00-5.00  tea 30.00  off=10.00
      nets   o-1  63.00 27.00
      given  school-lunch 63.00  well 27.00`,

    'a partial refund by line takes back its part': `
      rule   honey  10%  school-lunch 1
      paid   o-1  honey 30.00x3
      given  school-lunch 9.00
      refund o-1  honey 1
      given  school-lunch 6.00
      total  6.00 orders 1 units 2
      refund o-1  honey 2
      total  0.00 orders 0 units 0`,

    'a refund by amount only lowers all lines in proportion': `
      rule   honey  10%  school-lunch 1
      paid   o-1  honey 60.00  tea 40.00
      refund o-1  10.00
      nets   o-1  54.00 36.00
      given  school-lunch 5.40
      total  5.40 orders 1 units 1`,

    'a refund before its order waits for it': `
      rule   honey  10%  school-lunch 1
      order  o-1  honey 50.00x2
      paid   o-1
      refund-alone o-1 honey 1       -> counted
      given  school-lunch 5.00
      touch  o-1
      given  school-lunch 5.00`,

    'a cancelled order gives nothing': `
      rule   honey  10%  school-lunch 1
      paid   o-1  honey 50.00
      cancel o-1
      given  school-lunch 0.00
      total  0.00 orders 0 units 0`,

    'units taken out by an edit count for nothing, with the discount they had': `
      rule   honey  10%  school-lunch 1
      paid   o-1  honey 30.00x3-9.00
      nets   o-1  81.00
      edit   o-1  honey 1
      nets   o-1  27.00
      given  school-lunch 2.70
      total  2.70 orders 1 units 1`,

    'a line added by an edit gives too': `
      rule   honey  10%  school-lunch 1
      rule   rice   10%  well 1
      paid   o-1  honey 50.00
      add    o-1  rice 8.00x2
      given  school-lunch 5.00  well 1.60
      total  6.60 orders 1 units 3`,

    'gift cards, tips and other products give nothing': `
      rule   honey  10%  school-lunch 1
      rule   card   50%  school-lunch 1
      paid   o-1  card 100.00  tip 5.00  tea 20.00  honey 10.00
      given  school-lunch 1.00
      total  1.00 orders 1 units 1`,

    'a test order never counts': `
      rule   honey  10%  school-lunch 1
      paid   o-1  honey 50.00  test  -> counted
      given  school-lunch 0.00`,

    'prices with tax count as priced; exTax takes the tax out': `
      rule   honey  10%  school-lunch 1
      rule   tea    10%  well 1  exTax
      paid   o-1  honey 113.00~13.00  tea 113.00~13.00
      given  school-lunch 11.30  well 10.00`,

    'exTax of prices without tax is the price': `
      rule   tea    10%  well 1  exTax
      paid   o-1  tea 100.00~13.00  untaxed
      given  well 10.00`,

    'yen have no decimals': `
      shop   JPY
      rule   honey  5%  school-lunch 1  well 1
      paid   o-1  honey 1010
      given  school-lunch 26  well 25
      total  51 orders 1 units 1`,

    'Kuwaiti dinars have three': `
      shop   KWD
      rule   honey  5%  school-lunch 1
      paid   o-1  honey 1.250x3
      given  school-lunch 0.188
      refund o-1  honey 1
      given  school-lunch 0.125`,

    'money per unit follows the units kept, never more than the net': `
      rule   honey  2.00/unit  school-lunch 1
      paid   o-1  honey 39.90x3
      given  school-lunch 6.00
      refund o-1  honey 2
      given  school-lunch 2.00
      paid   o-2  honey 1.00x3
      given  school-lunch 5.00`,

    'money per order is given once, while a unit is kept': `
      rule   honey  1.00/order  school-lunch 1
      paid   o-1  honey 39.90x3
      given  school-lunch 1.00
      refund o-1  honey 2
      given  school-lunch 1.00
      refund o-1  honey 1
      given  school-lunch 0.00`,

    'a cap is never passed, and a refund frees room again': `
      rule   honey  10%  school-lunch 1  cap=6.00
      paid   o-1  honey 40.00
      paid   o-2  honey 40.00
      given  school-lunch 6.00
      refund o-1  all
      given  school-lunch 2.00
      paid   o-3  honey 90.00
      given  school-lunch 6.00
      touch  o-2
      given  school-lunch 6.00
      total  6.00 orders 2 units 2`,

    'a new rule version holds for later orders, never for earlier ones': `
      rule   honey  10%  school-lunch 1
      paid   o-1  honey 50.00x2
      rule   honey  20%  well 1
      paid   o-2  honey 50.00
      given  school-lunch 10.00  well 10.00
      refund o-1  honey 1
      given  school-lunch 5.00  well 10.00`,
  };

  for (const [title, story] of Object.entries(stories))
    it(title, async () => {
      await tellStory(kindcast.url, story);
    });
});
