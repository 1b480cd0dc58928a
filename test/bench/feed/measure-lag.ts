import { latencyOf, type Latency } from '../generator/run-load.js';
import type { Ask } from './ask.js';
import { sendOrders, type OrdersNeeds } from './changing/send-orders.js';
import { sleep } from './changing/changing.js';
import { settle } from './settle.js';
import { lookAtUse, type Cores, type Onlookers } from './use.js';
import type { CrowdQuestions, Seen } from './watchers/main.js';

/** From the 200 of an order until a watcher hears a total that counts it, while many orders arrive. */
export interface LagRun {
  round: number;
  watchers: number;
  perSecond: number;
  /** Orders answered. */
  orders: number;
  lagMs: Latency;
  /** Of the orders themselves, from due to answered. */
  answerMs: Latency;
  cores: Cores;
  wrong: number;
}

export const lagOrdersPerSecond = 200;

interface LagNeeds extends Omit<OrdersNeeds, 'perSecond'> {
  ask: Ask<CrowdQuestions>;
  server: number;
  onlookers: Onlookers;
  topic: string;
  read(topic: string): Promise<{ seq: number; totals: { orders: number }[] }>;
}

export async function measureLag(needs: LagNeeds): Promise<Omit<LagRun, 'round' | 'watchers'>> {
  const { ask, topic, read, seconds } = needs;
  const before = (await read(topic)).totals[0]?.orders ?? 0;
  await ask('look', null);
  const use = lookAtUse(needs.server, needs.onlookers);
  const { done } = await sendOrders({ ...needs, perSecond: lagOrdersPerSecond });
  await sleep(seconds);
  const { cores } = use();
  const load = await done;
  const after = await read(topic);
  const ends = new Map([[topic, after.seq]]);
  const { wrong, updates } = await settle({ ask, topics: [topic], ends, read });
  const counted = after.totals[0]!.orders - before;
  return {
    perSecond: lagOrdersPerSecond,
    orders: load.answeredAtMs.length,
    lagMs: latencyOf(lagsOf(load.answeredAtMs, before, updates)),
    answerMs: load.latencyMs,
    cores,
    wrong: wrong + (counted === load.answeredAtMs.length ? 0 : 1),
  };
}

/**
 * For each watcher that looks closely and each order: from its answer to the first update that counts at least as many
 * orders as had been answered by then. An order that was told before its answer was read has waited for nothing.
 */
export function lagsOf(
  answeredAtMs: readonly number[],
  before: number,
  watchers: readonly Seen['updates'][],
): number[] {
  return watchers.flatMap((updates) => {
    let at = 0;
    return answeredAtMs.map((answered, order) => {
      while (at < updates.length && updates[at]!.orders < before + order + 1) at += 1;
      return at < updates.length ? Math.max(0, updates[at]!.atMs - answered) : Infinity;
    });
  });
}
