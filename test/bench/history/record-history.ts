import type { Pool } from 'pg';
import { openRecordingPool } from '../../../server/database/database.js';
import { addressOfUrl } from '../../../server/database/roles.js';
import { troubleOf } from '../../../server/database/database-errors.js';
import { recordOrders, type Delivery } from '../../../server/giving/record-orders.js';
import { RecordingMemory } from '../../../server/giving/recording-memory.js';
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
  const { intake } = addressOfUrl(databaseUrl).roles;
  // Nobody was told that these orders are safe, so nothing has to wait for the disk.
  const hasty = { intake: { ...intake, options: `${intake.options} -c synchronous_commit=off` } };
  const pool = openRecordingPool(
    hasty,
    (error) => tell(`history: a database connection broke: ${error.message}`),
    batchesInFlight,
  );
  const news = pastNews(village, orders, new Date());
  const from = performance.now();
  const progress = { deliveries: 0, toldAt: from };
  const recordNext = async () => {
    const memory = new RecordingMemory();
    for (let batch = take(news, batchSize); batch.length > 0; batch = take(news, batchSize)) {
      await recordBatch(pool, memory, batch);
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
    batch.push({ shop: { id: shop.shopId, merchantId: shop.merchantId }, ...what });
  }
  return batch;
}

/** The first batches race for the rows of topics that have no totals yet; the intake tries again, and so does this. */
async function recordBatch(pool: Pool, memory: RecordingMemory, batch: readonly Delivery[]): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await recordOrders(pool, memory, batch);
      return;
    } catch (error) {
      const trouble = troubleOf(error);
      if (tries === triesMax || (trouble !== 'raced' && trouble !== 'try-again')) throw error;
    }
  }
}
