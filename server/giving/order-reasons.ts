import { Decimal } from 'decimal.js';
import { minorDigits, toMinor, toMoney } from '../ledger/money.js';
import type { GivingRule } from './giving-rule.js';
import type { KeptLine } from './kept-lines.js';
import { whyLess, type OrderState } from './order-state.js';
import { reasonWords } from './reason-words.js';
import { exactMoney, percentWords, unroundedMoney, type RuleLanguage } from './rule-figures.js';
import { percentUnrounded } from './share.js';

/** A line of a known order with its rule, and what it was granted. Minor units. */
export interface LineFacts {
  state: OrderState;
  line: KeptLine;
  rule: GivingRule | undefined;
  /** What the rule asks for, before a cap. */
  wanted: bigint;
  /** What the line gives: the sum of its gifts. */
  granted: bigint;
}

export type Reasons = Record<RuleLanguage, string>;

const inBoth = (say: (lang: RuleLanguage) => string): Reasons => ({ en: say('en'), 'zh-CN': say('zh-CN') });

const moneyIn =
  ({ state }: Pick<LineFacts, 'state'>, lang: RuleLanguage) =>
  (minor: bigint) =>
    exactMoney(toMoney(minor, state.order!.currency), lang);

/** "CN¥19.95 × 2 − CN¥1.00 discount = CN¥38.90": how the net of a line came about. */
export function whyNet(facts: LineFacts): Reasons {
  return inBoth((lang) => {
    const { parts, net } = facts.line;
    const say = reasonWords[lang].net;
    const money = moneyIn(facts, lang);
    const less = [
      ...(parts.discount === 0n ? [] : [say.discount(money(parts.discount))]),
      ...(parts.refunded === 0n ? [] : [say.refunded(money(parts.refunded))]),
      ...(parts.beyond === 0n ? [] : [say.beyond(money(parts.beyond))]),
    ];
    const sum = [`${money(parts.unitPrice)} × ${parts.left}`, ...less].join(' − ');
    const out = parts.ordered - parts.left;
    const edited =
      out === 0
        ? ''
        : lang === 'en'
          ? ` (${say.takenOut(out, parts.ordered)})`
          : `（${say.takenOut(out, parts.ordered)}）`;
    return `${sum} = ${money(net)}${edited}`;
  });
}

/** "5% of CN¥39.90 is CN¥1.995, rounded half up to CN¥2.00.": why a line gives what it gives. */
export function whyGiven(facts: LineFacts): Reasons {
  return inBoth((lang) => {
    const { state, line, rule } = facts;
    const say = reasonWords[lang];
    if (!rule?.share) return line.productId === null ? say.noProduct : say.noRule;
    const standing = state.order!.standing;
    if (standing !== 'paid') return say.standing[standing];
    if (line.giftCard) return say.giftCard;
    const capped = facts.granted < facts.wanted && rule.cap !== null;
    const money = moneyIn(facts, lang);
    return `${shareWords(facts, rule, lang)}${say.end}${capped ? say.cap(money(rule.cap!), money(facts.granted)) : ''}`;
  });
}

function shareWords(facts: LineFacts, { share, base }: GivingRule, lang: RuleLanguage): string {
  const { line, wanted, state } = facts;
  const { currency } = state.order!;
  const say = reasonWords[lang];
  const money = moneyIn(facts, lang);
  if (share?.kind === 'percent') {
    const exact = percentUnrounded(share.value, { base }, line);
    const percent = percentWords(share.value, lang);
    const unrounded = unroundedMoney(exact.div(new Decimal(10).pow(minorDigits(currency))).toFixed(), currency, lang);
    const told =
      base === 'exTax' && line.taxWithin > 0n
        ? say.percentExTax(percent, money(line.net), money(line.taxWithin), money(line.sold), unrounded)
        : say.percent(percent, money(line.net), unrounded);
    return exact.isInteger() ? told : told + say.rounded(money(wanted));
  }
  if (line.units === 0) return say.noUnitKept;
  const each = toMinor({ amount: share!.amount, currency });
  const amount = money(each);
  if (share?.kind === 'perUnit') {
    const sum = each * BigInt(line.units);
    const told = say.perUnit(amount, line.units, money(sum));
    return sum > line.net ? told + say.noMoreThanNet(money(line.net)) : told;
  }
  if (wanted === 0n) return say.perOrderElsewhere(amount);
  return wanted === each ? say.perOrder(amount) : say.perOrderPart(amount, money(wanted));
}

/** Why one project has what it has of a line. */
export function whyGift(facts: LineFacts, rule: GivingRule, gift: { projectId: string; pledged: bigint }): Reasons {
  return inBoth((lang) => {
    const say = reasonWords[lang];
    if (gift.pledged === 0n) return say.reversed(whyLess(facts.state));
    const whole = rule.projects.reduce((sum, project) => sum + project.weight, 0n);
    const weight = rule.projects.find((project) => project.projectId === gift.projectId)?.weight ?? 0n;
    if (weight === whole) return say.all;
    const told = say.part(`${weight}`, `${whole}`, moneyIn(facts, lang)(facts.granted));
    return (facts.granted * weight) % whole === 0n ? told + say.end : told + say.remainder + say.end;
  });
}
