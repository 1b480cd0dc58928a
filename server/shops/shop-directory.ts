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
}

/** A directory over the database that remembers shops it found; unknown domains are asked for each time. */
export function shopDirectory(pool: Pool, seal: Seal): ShopDirectory {
  const known = new Map<string, { shop: Shop; until: number }>();
  return {
    async byDomain(platform, domain) {
      const key = `${platform} ${domain}`;
      const remembered = known.get(key);
      if (remembered && remembered.until > performance.now()) return remembered.shop;
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
      if (!row) return undefined;
      const shop: Shop = {
        id: row.id,
        merchantId: row.merchant_id,
        platform,
        domain,
        currency: row.currency,
        ...(row.webhook_secret && { webhookSecret: seal.open(row.webhook_secret).toString('utf8') }),
      };
      known.set(key, { shop, until: performance.now() + rememberedMs });
      return shop;
    },
  };
}
