import { api } from './api.js';
import type { ShareEditor } from './share-editor.js';

/** Takes back what was done, as another step: rules are versioned, never edited. */
export type Undo = () => Promise<void>;

/**
 * Gives many products the same terms, all or none: from now on, or as drafts that wait for the switch.
 *
 * @throws {KindcastProblem} naming the field of the terms that cannot be used
 */
export async function tagItems(
  shopId: string,
  productIds: readonly string[],
  terms: ShareEditor['terms'],
  draft: boolean,
): Promise<Undo> {
  const params = { path: { shopId } };
  const named = productIds.map((productId) => ({ productId }));
  const { items } = await api.put('/v1/shops/{shopId}/items', {
    params,
    body: { items: named, ...terms, ...(draft && { draft }) },
  });
  if (draft)
    return async () =>
      void (await api.post('/v1/shops/{shopId}/items/drop-drafts', { params, body: { items: named } }));
  const before = items.map(({ productId, previous }) => ({
    productId,
    ...(previous !== undefined && { version: previous }),
  }));
  return () => restore(shopId, before);
}

/** From now on these products give nothing; `undo` is missing where none of them gave before. */
export async function endItems(shopId: string, productIds: readonly string[]): Promise<{ ended: number; undo?: Undo }> {
  const { items } = await api.post('/v1/shops/{shopId}/items/end', {
    params: { path: { shopId } },
    body: { items: productIds.map((productId) => ({ productId })) },
  });
  const before = items.flatMap(({ productId, previous }) =>
    previous === undefined ? [] : [{ productId, version: previous }],
  );
  return { ended: items.length, ...(before.length > 0 && { undo: () => restore(shopId, before) }) };
}

async function restore(shopId: string, items: { productId: string; version?: number }[]): Promise<void> {
  await api.post('/v1/shops/{shopId}/items/restore', { params: { path: { shopId } }, body: { items } });
}
