import { expect } from 'chai';
import { sealWith } from '../../../server/secrets/seal.js';
import { shopDirectory } from '../../../server/shops/shop-directory.js';
import { startKindcast } from '../../support/start-kindcast.js';
import { settle } from '../../support/village.js';

describe('the directory of shops', () => {
  it('asks the database once for all who want the same shop at once, and again for one it did not find', async () => {
    const kindcast = await startKindcast();
    const { domain, shopId, secret } = await settle(kindcast.url);
    const { intake: pool } = kindcast.database.pools;
    let asked = 0;
    pool.on('acquire', () => (asked += 1));
    const shops = shopDirectory(pool, sealWith('test-secret-key'));
    const found = await Promise.all(Array.from({ length: 100 }, () => shops.byDomain('shopify', domain)));
    expect(asked).to.equal(1);
    for (const shop of found) expect(shop).to.include({ id: shopId, webhookSecret: secret });
    for (let tries = 0; tries < 2; tries += 1)
      expect(await shops.byDomain('shopify', 'nobody.myshopify.com')).to.equal(undefined);
    expect(asked).to.equal(3);
    await kindcast.stop();
  });
});
