import { minorDigits, toMinor } from '../ledger/money.js';
import type { Minor, ScriptFacts } from './script-facts.js';
import { sentences, type Words } from './script-words.js';

/** Why a line is there; screens mark it. */
export type LineKind =
  'welcome' | 'item' | 'impact' | 'milestone' | 'thanks' | 'went-down' | 'total' | 'page' | 'goodbye';

/** One thing to say. `id` stays the same for as long as the line means the same, so a screen knows what was said. */
export interface ScriptLine {
  id: string;
  kind: LineKind;
  words: Words;
}

/** News older than this is no news to those who watch. */
const freshMs = 5 * 60_000;
/** A milestone is near when at most this part of the way to it is left. */
const nearPart = 10n;

/** What to say, what fits best now first. A pure function of what is true. */
export function scriptLines(facts: ScriptFacts, now: Date): ScriptLine[] {
  const items = facts.items.map(({ key, title, words }) => line(`item:${key}`, 'item', sentences.item(title, words)));
  const impact = facts.projects.flatMap((project) => impactLine(project));
  const welcome = line('welcome', 'welcome', sentences.welcome);
  const page = line('page', 'page', sentences.page);
  const refunds = line('refunds', 'page', sentences.refunds);
  const totals = totalLines(facts);
  if (facts.status === 'scheduled') return [welcome, ...items, ...impact, page, refunds];
  if (facts.status === 'ended') return [...totals, line('goodbye', 'goodbye', sentences.goodbye), page, ...impact];
  return [
    ...newsLines(facts, now),
    ...milestoneLines(facts),
    // The explanations alternate with the items, or an evening begins with ten rules.
    ...mixed(items, [...totals, ...impact, page, refunds, welcome]),
  ];
}

const line = (id: string, kind: LineKind, words: Words): ScriptLine => ({ id, kind, words });

function mixed(a: ScriptLine[], b: ScriptLine[]): ScriptLine[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => [a[at], b[at]])
    .flat()
    .filter((each) => each !== undefined);
}

function impactLine({ id, title, currency, given, impact }: ScriptFacts['projects'][number]): ScriptLine[] {
  if (!impact) return [];
  const words = sentences.impact(title, impact.unit, { minor: impact.cost, currency }, given / impact.cost);
  return [line(`impact:${id}`, 'impact', words)];
}

/** A fall is explained before anybody asks; then thanks for the newest gift. */
function newsLines({ gifts }: ScriptFacts, now: Date): ScriptLine[] {
  const fresh = gifts.filter(({ at }) => now.getTime() - Date.parse(at) <= freshMs);
  const down = fresh.find(({ change }) => change === 'reversed');
  const up = fresh.find((gift) => gift.change === 'pledged' && !takenBack(gift, fresh));
  const sum = (amount: { amount: string; currency: string }): Minor => ({
    minor: toMinor(amount),
    currency: amount.currency,
  });
  return [
    ...(down ? [line(`went-down:${down.at}`, 'went-down', sentences.wentDown(sum(down.amount)))] : []),
    ...(up ? [line(`thanks:${up.at}`, 'thanks', sentences.thanks(up.item, sum(up.amount)))] : []),
  ];
}

/** Nobody is thanked for what was sent back a moment later. Gifts have no names, so whatever says the same may be it. */
const takenBack = (gift: ScriptFacts['gifts'][number], among: ScriptFacts['gifts']) =>
  among.some(
    ({ change, item, at, amount }) =>
      change === 'reversed' && item === gift.item && at >= gift.at && amount.amount === gift.amount.amount,
  );

function milestoneLines({ goal, totals }: ScriptFacts): ScriptLine[] {
  return totals.flatMap(({ currency, minor }) => {
    if (goal?.currency === currency) return goalLines(goal, minor);
    const next = nextSum(minor, currency);
    const left = next - minor;
    if (left * nearPart > next) return [];
    const sum = (of: bigint) => ({ minor: of, currency });
    return [line(`milestone:${currency}:${next}`, 'milestone', sentences.nearSum(sum(next), sum(left)))];
  });
}

function goalLines(goal: Minor, given: bigint): ScriptLine[] {
  if (given >= goal.minor) return [line(`goal:${goal.currency}:reached`, 'milestone', sentences.goalReached(goal))];
  const next = [25n, 50n, 75n, 100n].find((percent) => given * 100n < goal.minor * percent)!;
  const left = (goal.minor * next + 99n) / 100n - given;
  if (left * nearPart > goal.minor) return [];
  const words = sentences.nearGoal(String(next), { minor: left, currency: goal.currency });
  return [line(`goal:${goal.currency}:${next}`, 'milestone', words)];
}

/** 1,000, 5,000, 10,000, 50,000 …, as overlays celebrate them (widgets/overlay/milestones.ts). */
function nextSum(given: bigint, currency: string): bigint {
  const unit = 10n ** BigInt(minorDigits(currency));
  for (let thousand = 1_000n * unit; ; thousand *= 10n)
    for (const level of [thousand, thousand * 5n]) if (given < level) return level;
}

/** Promised is not paid: said with every total. */
function totalLines({ totals }: ScriptFacts): ScriptLine[] {
  const some = totals.filter(({ minor }) => minor > 0n);
  if (some.length === 0) return [line('nothing-yet', 'total', sentences.nothingYet)];
  return some.map(({ currency, minor, paid, orders }) =>
    line(
      `total:${currency}`,
      'total',
      paid > 0n
        ? sentences.standing({ minor, currency }, { minor: paid, currency })
        : sentences.honest({ minor, currency }, orders),
    ),
  );
}
