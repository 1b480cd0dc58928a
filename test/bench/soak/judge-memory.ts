import { median } from '../report/figures.js';
import type { MemorySample } from './sample-memory.js';

/** Whether one kind of memory stayed where it was, MB. */
export interface MemoryTrend {
  /** Median of the first and the last third, after the warm-up. */
  firstThird: number;
  lastThird: number;
  /** Of the straight line through the samples (least squares). */
  perMinute: number;
  flat: boolean;
}

/** Left out at the beginning: code is compiled, pools and buffers grow to their size. */
const warmUpShare = 0.1;
/** Between two collections of garbage the heap goes up and down; its lowest of so many samples is what is really kept. */
const samplesPerLow = 6;
/** Growth from first to last third that is still called flat: a share, or MB where the share would be less. */
const growthMax = { share: 0.05, mb: 10 };

/** Resident memory as it is, the heap by its lows. */
export function judgeMemory(samples: readonly MemorySample[]): { rss: MemoryTrend; heap: MemoryTrend } {
  const length = samples.at(-1)?.at ?? 0;
  const warm = samples.filter(({ at }) => at >= warmUpShare * length);
  const lowOf = Math.max(1, Math.min(samplesPerLow, Math.floor(warm.length / 6)));
  const lows = Array.from({ length: Math.floor(warm.length / lowOf) }, (_, group) =>
    warm.slice(group * lowOf, (group + 1) * lowOf).reduce((low, each) => (each.heap < low.heap ? each : low)),
  );
  return {
    rss: trendOf(warm.map(({ at, rss }) => ({ at, mb: rss }))),
    heap: trendOf(lows.map(({ at, heap }) => ({ at, mb: heap }))),
  };
}

function trendOf(points: readonly { at: number; mb: number }[]): MemoryTrend {
  const third = Math.max(1, Math.floor(points.length / 3));
  const middleOf = (list: typeof points) => median(list.map(({ mb }) => mb));
  const [firstThird, lastThird] = [middleOf(points.slice(0, third)), middleOf(points.slice(-third))];
  const allowed = Math.max(growthMax.mb, growthMax.share * firstThird);
  return { firstThird, lastThird, perMinute: 60 * slopeOf(points), flat: lastThird - firstThird <= allowed };
}

/** MB per second. */
function slopeOf(points: readonly { at: number; mb: number }[]): number {
  const mean = (figure: (point: { at: number; mb: number }) => number) =>
    points.reduce((sum, point) => sum + figure(point), 0) / points.length;
  const [at, mb] = [mean((point) => point.at), mean((point) => point.mb)];
  const spread = points.reduce((sum, point) => sum + (point.at - at) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, point) => sum + (point.at - at) * (point.mb - mb), 0) / spread;
}
