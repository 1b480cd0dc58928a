import { moneyWords, type RuleLanguage } from '../giving/rule-figures.js';
import { toMoney } from '../ledger/money.js';
import type { Minor } from './script-facts.js';

export type Words = Record<RuleLanguage, string>;

/** A sentence in both languages, made of sums that each language writes in its own way. */
function say(make: Record<RuleLanguage, (money: (sum: Minor) => string) => string>): Words {
  const inLanguage = (lang: RuleLanguage) =>
    make[lang](({ minor, currency }) => moneyWords(toMoney(minor, currency), lang));
  return { en: inLanguage('en'), 'zh-CN': inLanguage('zh-CN') };
}

/**
 * What a host can say, to be read aloud. Pledged is not paid, and every sentence with a total keeps to that; a sale is
 * never begged for with the need of others. Titles are strangers' words, and whoever shows them escapes them.
 */
export const sentences = {
  welcome: say({
    en: () =>
      'Welcome! Tonight a set share of every order goes to charity. You pay the normal price; the shop gives the share.',
    'zh-CN': () => '欢迎来到直播间！今晚每笔订单都有一部分捐给公益，您照常付款，善款由商家拿出。',
  }),
  page: say({
    en: () => 'Scan the code on the screen: there you see every gift and the total, and can check them yourself.',
    'zh-CN': () => '扫一扫屏幕上的二维码，每一笔善款和总额都看得到，也可以自己核对。',
  }),
  refunds: say({
    en: () => 'If somebody sends something back, its share is taken off the total. So what you see is what stands.',
    'zh-CN': () => '如果有人退货，对应的善款会从总额里扣掉，所以大家看到的都是实数。',
  }),
  item: (title: string | null, rule: Words): Words =>
    title === null ? rule : { en: `${title}: ${rule.en}`, 'zh-CN': `${title}：${rule['zh-CN']}` },
  impact: (title: string, unit: string, cost: Minor, times: bigint): Words =>
    say({
      en: (money) =>
        `For ${title}, ${money(cost)} is one ${unit}.` +
        (times > 0n ? ` So far this session has pledged enough for ${times}.` : ''),
      'zh-CN': (money) =>
        `在“${title}”里，${money(cost)} 就是一份${unit}。` + (times > 0n ? `这场直播到现在，够 ${times} 份了。` : ''),
    }),
  nearGoal: (percent: string, left: Minor): Words =>
    say({
      en: (money) =>
        percent === '100'
          ? `Only ${money(left)} to go and our goal is reached.`
          : `Only ${money(left)} to go to ${percent}% of our goal.`,
      'zh-CN': (money) =>
        percent === '100'
          ? `还差 ${money(left)}，我们就达成目标了。`
          : `还差 ${money(left)}，就到目标的 ${percent}% 了。`,
    }),
  nearSum: (sum: Minor, left: Minor): Words =>
    say({
      en: (money) => `Only ${money(left)} to go and together we reach ${money(sum)}.`,
      'zh-CN': (money) => `还差 ${money(left)}，大家一起就到 ${money(sum)} 了。`,
    }),
  goalReached: (goal: Minor): Words =>
    say({
      en: (money) =>
        `We have reached our goal of ${money(goal)}. Thank you, everyone! What comes now goes to charity too.`,
      'zh-CN': (money) => `我们达成了 ${money(goal)} 的目标，谢谢大家！接下来的订单也会继续捐。`,
    }),
  thanks: (item: string, amount: Minor): Words =>
    say({
      en: (money) => `Somebody has just bought ${item}: ${money(amount)} of it goes to charity. Thank you!`,
      'zh-CN': (money) => `刚刚有人买了“${item}”，其中 ${money(amount)} 捐给公益，谢谢您！`,
    }),
  wentDown: (amount: Minor): Words =>
    say({
      en: (money) =>
        `The total has just gone down by ${money(amount)}, because an order was sent back or changed. We only count what stands.`,
      'zh-CN': (money) => `总额刚刚少了 ${money(amount)}，因为有订单退货或变更。我们只算真正成立的。`,
    }),
  honest: (sum: Minor, orders: number): Words =>
    say({
      en: (money) =>
        `So far ${money(sum)} from ${orders} ${orders === 1 ? 'order' : 'orders'}. It is pledged and not paid yet: the shop pays it once orders can no longer be sent back.`,
      'zh-CN': (money) =>
        `到现在，${orders} 笔订单一共承诺捐出 ${money(sum)}。这笔钱还没有拨付，等退货期过了由商家付给公益机构。`,
    }),
  standing: (sum: Minor, paid: Minor): Words =>
    say({
      en: (money) => `${money(sum)} stands, and ${money(paid)} of it has been paid to the charity.`,
      'zh-CN': (money) => `现在一共 ${money(sum)}，其中 ${money(paid)} 已经付给公益机构。`,
    }),
  nothingYet: say({
    en: () => 'No gift yet tonight. The first order will show here, with what it gives.',
    'zh-CN': () => '今晚还没有善款。第一笔订单一来，这里就会显示它捐了多少。',
  }),
  goodbye: say({
    en: () =>
      'Thank you for tonight. The page of this session stays: come back and see when the shop has paid and what it became.',
    'zh-CN': () => '谢谢大家今晚的陪伴。这场直播的页面会一直在，欢迎回来看善款什么时候到账、用在了哪里。',
  }),
};
