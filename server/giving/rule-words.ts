import type { Money } from '../ledger/money.js';
import type { Share, ShareBase } from './giving-rule.js';
import { dayWords, moneyWords, partsOf, percentWords, type RuleLanguage } from './rule-figures.js';

/** A giving rule as it is told to buyers. */
export interface RuleTold {
  share: Share;
  base: ShareBase;
  /** Currency of the shop: of the share's amount and of the cap. */
  currency: string;
  /** In the rule's own order; weights say how the share is split, and at least one is above 0. */
  projects: readonly { title: string; charity: string; weight: bigint }[];
  /** The first moment at which the rule no longer holds. */
  until?: Date | undefined;
  cap?: Money | undefined;
  capReached?: boolean | undefined;
}

/**
 * The sentence that stands beside a charity item, in every language: what share, of what, to which project of which
 * charity, until when, at most how much. Laws on selling for charity ask for just that, close to the item (the U.S.
 * states on commercial co-ventures, New York's best practices, the UK's Charities Act 1992 s. 60, Art. 37 of China's
 * Charity Law), and regulators warn of vague words such as "proceeds". Once a cap is reached, the sentence says so.
 *
 * Plain text: titles and names are strangers' words, and whoever shows them escapes them.
 */
export function ruleWords(rule: RuleTold): Record<RuleLanguage, string> {
  return { en: inEnglish(rule), 'zh-CN': inChinese(rule) };
}

function inEnglish(rule: RuleTold): string {
  const money = (amount: string) => moneyWords({ amount, currency: rule.currency }, 'en');
  const parts = partsFor(rule, 'en', (title, charity) => `${title} (${charity})`);
  const split = new Intl.ListFormat('en').format(parts.map(({ part, to }) => `${part} to ${to}`));
  if (rule.cap && rule.capReached)
    return (
      `The cap of ${money(rule.cap.amount)} has been reached and goes to ` +
      `${parts.length === 1 ? parts[0]!.to : `${parts.length} projects: ${split}`}. Further orders give nothing more.`
    );
  const shares = {
    percent: (value: string) =>
      `${percentWords(value, 'en')} of what you pay for this${rule.base === 'exTax' ? ', without tax,' : ''}`,
    perUnit: (amount: string) => `${money(amount)} of each one sold`,
    perOrder: (amount: string) => `${money(amount)} of each order with this`,
  };
  const limits = [
    ...(rule.until ? [`, until ${dayWords(rule.until, 'en')}`] : []),
    ...(rule.cap ? [`, at most ${money(rule.cap.amount)} in all`] : []),
  ].join('');
  const share = sayShare(rule.share, shares);
  return parts.length === 1
    ? `${share} goes to ${parts[0]!.to}${limits}.`
    : `${share} goes to ${parts.length} projects${limits}: ${split}.`;
}

/** Says that the merchant gives: in China only designated platforms may collect from buyers (Charity Law Art. 26, 27). */
function inChinese(rule: RuleTold): string {
  const money = (amount: string) => moneyWords({ amount, currency: rule.currency }, 'zh-CN');
  const parts = partsFor(rule, 'zh-CN', (title, charity) => `“${title}”（${charity}）`);
  const split = parts.map(({ part, to }) => `${part} 给${to}`).join('，');
  if (rule.cap && rule.capReached)
    return (
      `捐赠已达到上限 ${money(rule.cap.amount)}，全部捐给` +
      `${parts.length === 1 ? parts[0]!.to : ` ${parts.length} 个项目：${split}`}。之后的订单不再捐赠。`
    );
  const shares = {
    percent: (value: string) =>
      `商家从你为此商品支付的${rule.base === 'exTax' ? '不含税' : ''}金额中拿出 ${percentWords(value, 'zh-CN')}`,
    perUnit: (amount: string) => `此商品每售出一件，商家拿出 ${money(amount)}`,
    perOrder: (amount: string) => `每笔含此商品的订单，商家拿出 ${money(amount)}`,
  };
  const limits = [
    ...(rule.until ? [`，截至${dayWords(rule.until, 'zh-CN')}`] : []),
    ...(rule.cap ? [`，总额最多 ${money(rule.cap.amount)}`] : []),
  ].join('');
  const share = sayShare(rule.share, shares);
  return parts.length === 1
    ? `${share}，捐给${parts[0]!.to}${limits}。`
    : `${share}，捐给 ${parts.length} 个项目${limits}：${split}。`;
}

const sayShare = (share: Share, say: Record<Share['kind'], (figure: string) => string>) =>
  say[share.kind](share.kind === 'percent' ? share.value : share.amount);

/** Projects that get something, and how much of the share each. */
function partsFor({ projects }: RuleTold, lang: RuleLanguage, name: (title: string, charity: string) => string) {
  const given = projects.filter(({ weight }) => weight > 0n);
  const parts = partsOf(
    given.map(({ weight }) => weight),
    lang,
  );
  return given.map(({ title, charity }, at) => ({ part: parts[at]!, to: name(title, charity) }));
}
