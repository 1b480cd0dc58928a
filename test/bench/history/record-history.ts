import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { addressOfUrl } from '../../../server/database/database.js';
import { troubleOf } from '../../../server/database/database-errors.js';
import { recordOrders, type Delivery } from '../../../server/giving/record-orders.js';
import type { Tell } from '../options.js';
import { pastNews, type PastNews } from './past-orders.js';
import type { WideVillage } from './wide-village.js';

/** As many as the intake records in one transaction. */
const batchSize = 512;
/** One batch is planned while another waits for the database. */
const batchesInFlight = 2;
const triesMax = 6;
const toldEveryMs = 5_000;

/** Fills a database with so many orders, by the code that records them when they arrive. Returns deliveries a second. */
export async function recordHistory(
  databaseUrl: string,
  village: WideVillage,
  orders: number,
  tell: Tell,
): Promise<number> {
  const { server } = addressOfUrl(databaseUrl);
  const pool = new pg.Pool({
    ...server,
    max: batchesInFlight,
    // Nobody was told that these orders are safe, so nothing has to wait for the disk.
    options: `${server.options} -c synchronous_commit=off`,
  });
  const news = pastNews(village, orders, new Date());
  const from = performance.now();
  const progress = { deliveries: 0, toldAt: from };
  const recordNext = async () => {
    for (let batch = take(news, batchSize); batch.length > 0; batch = take(news, batchSize)) {
      await recordBatch(pool, batch);
      progress.deliveries += batch.length;
      if (performance.now() - progress.toldAt < toldEveryMs) continue;
      progress.toldAt = performance.now();
      const perSecond = progress.deliveries / ((progress.toldAt - from) / 1_000);
      tell(`history: ${progress.deliveries} deliveries recorded, ${perSecond.toFixed(0)}/s`);
    }
  };
  try {
    await Promise.all(Array.from({ length: batchesInFlight }, recordNext));
  } finally {
    await pool.end();
  }
  return progress.deliveries / ((performance.now() - from) / 1_000);
}

function take(news: Iterator<PastNews>, length: number): Delivery[] {
  const batch: Delivery[] = [];
  while (batch.length < length) {
    const next = news.next();
    if (next.done) break;
    const { shop, ...what } = next.value;
    batch.push({ key: randomUUID(), shop: { id: shop.shopId, merchantId: shop.merchantId }, ...what });
  }
  return batch;
}

/** The first batches race for the rows of topics that have no totals yet; the intake tries again, and so does this. */
async function recordBatch(pool: pg.Pool, batch: readonly Delivery[]): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await recordOrders(pool, batch);
      return;
    } catch (error) {
      const trouble = troubleOf(error);
      if (tries === triesMax || (trouble !== 'raced' && trouble !== 'try-again')) throw error;
    }
  }
}
