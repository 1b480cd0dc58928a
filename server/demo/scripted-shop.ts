import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { deliver } from './deliver-webhook.js';
import type { PaidOrder } from './first-thanks.js';
import { orderLife } from './order-life.js';
import type { DemoScene } from './sample-organisations.js';
import { seededRandom, type Random } from './seeded-random.js';
import { unrulyDeliveries, type PlannedDelivery } from './unruly-deliveries.js';

/** What the server has acknowledged so far. */
export interface ShopCounts {
  orders: number;
  refunds: number;
  duplicates: number;
  /** Deliveries tried again because the server was busy or away. */
  retries: number;
  /** Deliveries refused for good, and the last reason why. */
  refused: number;
  lastRefusal?: string;
}

export interface ScriptedShopOptions {
  url: string;
  scene: DemoScene;
  seed: string;
  takeOrderNumber: () => number;
  /** Told of every payment the server has acknowledged. */
  whenPaid?: (order: PaidOrder) => void;
  /** For tests: how fast the demo's time runs; 10 is ten times as fast. */
  speed?: number;
}

export interface ScriptedShop {
  counts: ShopCounts;
  /** Ends everything under way; resolves when nothing more is sent. */
  stop(): Promise<void>;
}

/** So many deliveries may wait or be under way; while the server is away longer than that, nobody orders. */
const waitingMax = 3_000;
const triesMax = 9;

/**
 * Plays the shop during a livestream: about two orders a second, a rush of thirty every forty seconds or so when the
 * streamer calls for it, each order with its own little life. An order is forgotten once its last delivery is done.
 */
export function startScriptedShop({
  url,
  scene,
  seed,
  takeOrderNumber,
  whenPaid,
  speed = 1,
}: ScriptedShopOptions): ScriptedShop {
  const counts: ShopCounts = { orders: 0, refunds: 0, duplicates: 0, retries: 0, refused: 0 };
  const stopping = new AbortController();
  const { signal } = stopping;
  setMaxListeners(0, signal);
  const underWay = new Set<Promise<void>>();
  const wait = (ms: number) => sleep(ms / speed, undefined, { signal });

  function placeOrder(): void {
    const number = takeOrderNumber();
    // A seed for each order: however deliveries interleave, order 1234 of a seed is always the same.
    const random = seededRandom(`${seed}/${number}`);
    const placedAt = new Date(Math.floor(Date.now() / 1000) * 1000);
    const events = orderLife(7_000_000_000 + number, scene, placedAt, random);
    for (const delivery of unrulyDeliveries(events, placedAt, random)) {
      const sending = wait(delivery.arrivesAfterMs)
        .then(() => send(delivery))
        .catch((error: unknown) => {
          if (!signal.aborted) refuse(String(error));
        })
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    }
  }

  async function send({ repeated, ...delivery }: PlannedDelivery): Promise<void> {
    for (let tries = 1; ; tries++) {
      const sent = deliver({ url, secret: scene.webhookSecret, shopDomain: scene.shopDomain, ...delivery, signal });
      const answer = await sent.catch((error: unknown) => {
        if (signal.aborted) throw error;
        return undefined;
      });
      const said = await answer?.text();
      if (answer?.ok) return acknowledge(delivery, repeated);
      if ((answer && answer.status < 500) || tries === triesMax)
        return refuse(`${delivery.topic}: ${answer ? `${answer.status} ${said}` : 'no answer'}`);
      counts.retries += 1;
      const asked = /^\d+$/.exec(answer?.headers.get('retry-after') ?? '')?.[0];
      const backoffMs = Math.min(30_000, 250 * 2 ** tries) * (0.5 + Math.random());
      await wait(Math.max(asked ? +asked * 1000 : 0, backoffMs));
    }
  }

  function acknowledge({ topic, payload }: Omit<PlannedDelivery, 'repeated'>, repeated: boolean): void {
    if (topic === 'orders/paid') whenPaid?.(payload as PaidOrder);
    if (repeated) counts.duplicates += 1;
    else if (topic === 'orders/create') counts.orders += 1;
    else if (topic === 'refunds/create') counts.refunds += 1;
  }

  function refuse(why: string): void {
    counts.refused += 1;
    counts.lastRefusal = why.slice(0, 300);
  }

  async function keepShop(random: Random): Promise<void> {
    let untilRushMs = random.between(8_000, 15_000);
    // Store times are whole seconds, rules hold from the moment they are made: the first order comes a little later.
    await wait(1_500);
    for (;;) {
      const pauseMs = Math.min(2_500, -500 * Math.log(1 - random.next()));
      await wait(pauseMs);
      if (underWay.size > waitingMax) continue;
      placeOrder();
      untilRushMs -= pauseMs;
      if (untilRushMs > 0) continue;
      untilRushMs = random.between(35_000, 45_000);
      for (let orders = 0; orders < 30; orders++) {
        await wait(random.between(20, 70));
        placeOrder();
      }
    }
  }

  const open = keepShop(seededRandom(seed)).catch((error: unknown) => {
    if (!signal.aborted) refuse(String(error));
  });
  return {
    counts,
    async stop() {
      stopping.abort();
      await open;
      await Promise.allSettled(underWay);
    },
  };
}
