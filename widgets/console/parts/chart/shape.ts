import { compareDecimals, fractionOf, greatest } from '../../../money/decimal.js';

export const CHART_WIDTH = 1000;
export const CHART_HEIGHT = 320;

/** A figure at a moment (ISO 8601), or of a thing with a name; the value is a decimal string. */
export interface ChartPoint {
  at: string;
  value: string;
}

export interface ChartPaths {
  line: string;
  area: string;
  bars: string;
  top: string;
}

/** Room above the highest point. */
const HEAD_PART = 0.1;

/** Paths in the drawing's own units. Moments lie by time on a line; bars stand side by side. Nothing when all is zero. */
export function chartPaths(points: readonly ChartPoint[], kind: 'line' | 'bar'): ChartPaths | undefined {
  const top = greatest(points.map(({ value }) => value));
  if (points.length === 0 || compareDecimals(top, '0') <= 0) return undefined;
  const y = (value: string) => round(CHART_HEIGHT * (1 - Number(fractionOf(value, top)) * (1 - HEAD_PART)));
  if (kind === 'bar') return { line: '', area: '', bars: barPath(points, y), top };
  const times = points.map(({ at }) => Date.parse(at));
  const [from, to] = [times[0]!, times.at(-1)!];
  const x = (place: number) => round(to > from ? ((times[place]! - from) / (to - from)) * CHART_WIDTH : CHART_WIDTH);
  const steps = points.map(({ value }, place) => `${place === 0 ? 'M' : 'L'}${x(place)} ${y(value)}`).join('');
  const line = points.length === 1 ? `M0 ${y(points[0]!.value)}H${CHART_WIDTH}` : steps;
  return { line, area: `${line}V${CHART_HEIGHT}H0Z`, bars: '', top };
}

function barPath(points: readonly ChartPoint[], y: (value: string) => number): string {
  const slot = CHART_WIDTH / points.length;
  const width = round(Math.min(slot * 0.7, 120));
  return points
    .map(({ value }, place) => {
      const left = round(slot * place + (slot - width) / 2);
      return `M${left} ${CHART_HEIGHT}V${y(value)}h${width}V${CHART_HEIGHT}Z`;
    })
    .join('');
}

const round = (value: number) => Math.round(value * 10) / 10;
