import type { Pool } from 'pg';
import type { Seal } from '../secrets/seal.js';

/** A connected shop as intake needs it. */
export interface Shop {
  id: string;
  merchantId: string;
  platform: string;
  domain: string;
  currency: string;
  webhookSecret?: string;
}

/** How long a found shop is remembered, on performance.now(): other servers may change it, and a clock may be set back. */
const rememberedMs = 30_000;

/** Finds connected shops by the address their platform knows them by. */
export interface ShopDirectory {
  byDomain(platform: string, domain: string): Promise<Shop | undefined>;
  /** Asks anew from now on: a shop may have another secret. */
  forget(): void;
}

/**
 * A directory over the database that remembers shops it found; unknown domains are asked for each time. Many deliveries
 * that want the same shop at once share one question: on a slow database each would wait for a connection of its own.
 */
export function shopDirectory(pool: Pool, seal: Seal): ShopDirectory {
  const known = new Map<string, { shop: Shop; until: number }>();
  const asked = new Map<string, Promise<Shop | undefined>>();
  let timesForgotten = 0;

  async function ask(key: string, platform: string, domain: string): Promise<Shop | undefined> {
    const asOf = timesForgotten;
    try {
      const shop = await findShop(pool, seal, platform, domain);
      // What was read before the forgetting may be just what had to be forgotten.
      if (shop && asOf === timesForgotten) known.set(key, { shop, until: performance.now() + rememberedMs });
      return shop;
    } finally {
      asked.delete(key);
    }
  }

  return {
    async byDomain(platform, domain) {
      const key = `${platform} ${domain}`;
      const remembered = known.get(key);
      if (remembered && remembered.until > performance.now()) return remembered.shop;
      const asking = asked.get(key) ?? ask(key, platform, domain);
      asked.set(key, asking);
      return asking;
    },
    forget() {
      timesForgotten += 1;
      known.clear();
      asked.clear();
    },
  };
}

async function findShop(pool: Pool, seal: Seal, platform: string, domain: string): Promise<Shop | undefined> {
  const { rows } = await pool.query<{
    id: string;
    merchant_id: string;
    currency: string;
    webhook_secret: Buffer | null;
  }>({
    name: 'shop-by-domain',
    text: 'SELECT id, merchant_id, currency, webhook_secret FROM shops WHERE platform = $1 AND domain = $2',
    values: [platform, domain],
  });
  const [row] = rows;
  return (
    row && {
      id: row.id,
      merchantId: row.merchant_id,
      platform,
      domain,
      currency: row.currency,
      ...(row.webhook_secret && { webhookSecret: seal.open(row.webhook_secret).toString('utf8') }),
    }
  );
}
