import { exactMoney, type RuleLanguage } from '../giving/rule-figures.js';
import type { Money } from '../ledger/money.js';

/** A line of a sample order, as a sentence needs it. */
export interface SampleTold {
  title: string;
  quantity: number;
  net: Money;
  gives: Money;
  /** Projects that get something, in the rule's order. */
  gifts: readonly { title: string; amount: Money }[];
  /** `none`: no charity item. `cap`: a cap leaves less than the rule asks for. */
  because?: 'none' | 'cap' | undefined;
}

/** "“Wildflower honey” at CN¥39.90 gives CN¥2.00 to School lunch." Plain text, exact to the last digit. */
export function sampleWords(told: SampleTold): Record<RuleLanguage, string> {
  return { en: inEnglish(told), 'zh-CN': inChinese(told) };
}

function inEnglish({ title, quantity, net, gives, gifts, because }: SampleTold): string {
  const money = (sum: Money) => exactMoney(sum, 'en');
  const what = quantity === 1 ? `“${title}” at ${money(net)}` : `${quantity} × “${title}” for ${money(net)}`;
  const verb = quantity === 1 ? 'gives' : 'give';
  if (because === 'none') return `${what} ${verb} nothing: it is no charity item.`;
  const cap = because === 'cap' ? ' More would go beyond the cap.' : '';
  if (gifts.length === 0) return `${what} ${verb} nothing.${cap}`;
  if (gifts.length === 1) return `${what} ${verb} ${money(gives)} to ${gifts[0]!.title}.${cap}`;
  const parts = new Intl.ListFormat('en').format(gifts.map((gift) => `${money(gift.amount)} to ${gift.title}`));
  return `${what} ${verb} ${money(gives)}: ${parts}.${cap}`;
}

function inChinese({ title, quantity, net, gives, gifts, because }: SampleTold): string {
  const money = (sum: Money) => exactMoney(sum, 'zh-CN');
  const what = quantity === 1 ? `“${title}”卖 ${money(net)}` : `${quantity} 件“${title}”共 ${money(net)}`;
  if (because === 'none') return `${what}，不捐赠：它还不是公益商品。`;
  const cap = because === 'cap' ? '再多就超过上限了。' : '';
  if (gifts.length === 0) return `${what}，不捐赠。${cap}`;
  if (gifts.length === 1) return `${what}，捐 ${money(gives)} 给“${gifts[0]!.title}”。${cap}`;
  const parts = gifts.map((gift) => `${money(gift.amount)} 给“${gift.title}”`).join('，');
  return `${what}，捐 ${money(gives)}：${parts}。${cap}`;
}
