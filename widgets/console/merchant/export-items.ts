import { pageLanguage } from '../language.js';
import { api, type Shop } from './api.js';
import { downloadCsv } from './download-csv.js';
import { merchantWords } from './page.js';

export type ProductFilter = 'yes' | 'no' | 'draft';

/** All products that are found, not only those on the screen, as a table for other programs. */
export async function exportItems(shop: Shop, found: { search?: string; tagged?: ProductFilter }): Promise<void> {
  const lang = pageLanguage();
  const words = merchantWords();
  const rows: (string | undefined)[][] = [];
  for await (const product of api.each('/v1/shops/{shopId}/products', {
    params: { path: { shopId: shop.id }, query: { limit: 200, ...found } },
  }))
    rows.push([
      product.productId,
      product.title,
      product.price?.amount,
      product.rule?.words[lang],
      product.draft?.words[lang],
      product.given.amount,
      product.given.currency,
    ]);
  downloadCsv(
    `${words.items}-${shop.domain}`,
    [words.productId, words.product, words.price, words.ruleNow, words.draft, words.givenSoFar, words.currency],
    rows,
  );
}
