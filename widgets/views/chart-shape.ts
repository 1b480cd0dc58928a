import { compareDecimals, fractionOf, greatest } from '../money/decimal.js';
import type { HistoryPoint } from '../feed/wire.js';

/** The drawing's own units; the sheet stretches them to any size. */
export const CHART_WIDTH = 1000;
export const CHART_HEIGHT = 300;
/** Of the width, for what came after a session had ended: days that would squeeze the live hours to a line. */
const AFTER_PART = 0.2;
/** Room above the highest total. */
const HEAD_PART = 0.12;
/** A goal so far above the totals would press them flat, and stays out. */
const GOAL_TIMES_MAX = '2.5';

export interface ChartNeeds {
  points: readonly HistoryPoint[];
  currency: string;
  /** Where the time begins; the first point unless it is known better. */
  from?: string | undefined;
  /** The end of the live hours. */
  until?: string | undefined;
  now: number;
  goal?: string | undefined;
}

/** A chart in paths, and what is said of it in words. All places are cut from exact decimals. */
export interface ChartShape {
  line: string;
  area: string;
  /** A dot where the total fell. */
  falls: string;
  /** A dot for the present. */
  present: string;
  /** Places as parts of the whole: of the highest total and the goal from the top, of the end of the live from the start. */
  topAt: string;
  goalAt?: string | undefined;
  splitAt?: string | undefined;
  start: { at: string; given: string };
  end: { at: string; given: string };
  top: string;
  fell: boolean;
}

interface Step {
  at: number;
  given: string;
}

/**
 * The totals of one currency over time, in steps, because a total stands until it changes. Undefined while there is
 * nothing to draw.
 */
export function chartShape(needs: ChartNeeds): ChartShape | undefined {
  const { now, goal } = needs;
  const steps = stepsOf(needs);
  const [first, last] = [steps[0], steps.at(-1)];
  const top = greatest(steps.map(({ given }) => given));
  if (!first || !last || top === '0' || compareDecimals(top, '0') === 0) return undefined;
  const withGoal = goal !== undefined && compareDecimals(fractionOf(goal, top), GOAL_TIMES_MAX) <= 0;
  const ceiling = withGoal ? greatest([goal, top]) : top;
  const times = timeScale(first.at, needs.until, Math.max(now, last.at));
  const x = (at: number) => round(times.place(at) * CHART_WIDTH);
  const fromTop = (amount: string) => round(1 - Number(fractionOf(amount, ceiling)) * (1 - HEAD_PART), 4);
  const y = (amount: string) => round(fromTop(amount) * CHART_HEIGHT);
  const falls = steps.filter(({ given }, at) => at > 0 && compareDecimals(given, steps[at - 1]!.given) < 0);

  const end = x(Math.max(now, last.at));
  const path = steps.slice(1).map(({ at, given }) => `H${x(at)}V${y(given)}`);
  const line = `M${x(first.at)} ${y(first.given)}${path.join('')}H${end}`;
  const dot = (at: number | string, height: number) => `M${at} ${height}h.01`;
  return {
    line,
    area: `${line}V${CHART_HEIGHT}H${x(first.at)}Z`,
    falls: falls.map(({ at, given }) => dot(x(at), y(given))).join(''),
    present: dot(end, y(last.given)),
    topAt: String(fromTop(top)),
    goalAt: withGoal ? String(fromTop(goal)) : undefined,
    splitAt: times.split === undefined ? undefined : String(times.split),
    start: { at: new Date(first.at).toISOString(), given: first.given },
    end: { at: new Date(Math.max(now, last.at)).toISOString(), given: last.given },
    top,
    fell: falls.length > 0,
  };
}

/** What was given in the currency, from the beginning on: what stood then, and each change after. */
function stepsOf({ points, currency, from }: ChartNeeds): Step[] {
  const all = points
    .map(({ at, totals }) => ({
      at: Date.parse(at),
      given: totals.find((total) => total.currency === currency)?.given ?? '0',
    }))
    .filter(({ at }) => Number.isFinite(at));
  if (from === undefined) return all;
  const start = Date.parse(from);
  const before = all.findLast(({ at }) => at <= start);
  const after = all.filter(({ at }) => at > start);
  return before ? [{ at: start, given: before.given }, ...after] : after;
}

/** Where a moment stands between 0 and 1: even, or in two scales when the live hours are over. */
function timeScale(from: number, until: string | undefined, to: number) {
  const between = (at: number, start: number, end: number) =>
    end <= start ? 1 : Math.min(1, Math.max(0, (at - start) / (end - start)));
  const ended = until === undefined ? Number.NaN : Date.parse(until);
  if (!(ended > from && ended < to)) return { split: undefined, place: (at: number) => between(at, from, to) };
  const split = 1 - AFTER_PART;
  return {
    split,
    place: (at: number) =>
      at <= ended ? between(at, from, ended) * split : split + between(at, ended, to) * AFTER_PART,
  };
}

const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits;
