import type { Knex } from 'knex';
import { Problem } from '../http/problem.js';
import { toMinor, type Money } from '../ledger/money.js';

/** A product of a shop as its merchant tells it. */
export interface Product {
  productId: string;
  title: string;
  price?: Money | undefined;
  imageUrl?: string | undefined;
  handle?: string | undefined;
}

/** Products a shop may keep here: more than any store sells in a stream, and a bound on what one account can store. */
const productsMax = 20_000;

/**
 * Keeps products of a shop, the newest word about each; those not named stay as they are.
 *
 * @throws {Problem} `conflict` when the shop would have more than {@link productsMax}
 */
export async function keepProducts(db: Knex, shopId: string, products: readonly Product[]): Promise<void> {
  await db('products')
    .insert(
      products.map((product) => ({
        shop_id: shopId,
        product_id: product.productId,
        title: product.title,
        price: product.price ? toMinor(product.price).toString() : null,
        image_url: product.imageUrl ?? null,
        handle: product.handle ?? null,
      })),
    )
    .onConflict(['shop_id', 'product_id'])
    .merge({
      title: db.raw('excluded.title'),
      // What this word does not say, an earlier one may have said.
      price: db.raw('coalesce(excluded.price, products.price)'),
      image_url: db.raw('coalesce(excluded.image_url, products.image_url)'),
      handle: db.raw('coalesce(excluded.handle, products.handle)'),
      updated_at: db.raw('now()'),
    });
  const [counted] = await db('products').where({ shop_id: shopId }).count({ kept: '*' });
  if (BigInt(counted?.kept ?? 0) > BigInt(productsMax))
    throw new Problem('conflict', `A shop can keep at most ${productsMax} products here; leave out some.`);
}

/** Titles of products of a shop, by product id. */
export async function titlesOf(db: Knex, shopId: string, productIds: readonly string[]): Promise<Map<string, string>> {
  const rows: { product_id: string; title: string }[] = await db('products')
    .where({ shop_id: shopId })
    .whereIn('product_id', productIds)
    .select('product_id', 'title');
  return new Map(rows.map((row) => [row.product_id, row.title]));
}
