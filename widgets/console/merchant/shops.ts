import { html, nothing, type TemplateResult } from 'lit';
import { api, type Shop } from './api.js';
import { merchantWords } from './page.js';

const KEPT = 'kindcast-shop-of-';

/** All shops of a merchant, the newest first. Merchants have few. */
export async function shopsOf(merchant: string): Promise<Shop[]> {
  const { items } = await api.get('/v1/shops', { params: { query: { merchant, limit: 200 } } });
  return items;
}

/** The shop this browser showed last, else the newest. */
export function chosenShop(merchant: string, shops: readonly Shop[]): Shop | undefined {
  return shops.find((shop) => shop.id === kept(merchant)) ?? shops[0];
}

function kept(merchant: string): string | null {
  try {
    return localStorage.getItem(KEPT + merchant);
  } catch {
    return null;
  }
}

export function chooseShop(merchant: string, shopId: string): void {
  try {
    localStorage.setItem(KEPT + merchant, shopId);
  } catch {
    // A browser that keeps nothing shows the newest shop next time.
  }
}

/** A choice of shops, for merchants that have several; `onChange` hears which was chosen. */
export function shopChoice(
  shops: readonly Shop[],
  chosen: Shop,
  onChange: (shop: Shop) => void,
): TemplateResult | typeof nothing {
  if (shops.length < 2) return nothing;
  const changed = (event: Event) => {
    const shop = shops.find(({ id }) => id === (event.target as HTMLSelectElement).value);
    if (!shop) return;
    chooseShop(shop.merchantId, shop.id);
    onChange(shop);
  };
  return html`<wa-select class="shop-choice" label=${merchantWords().shop} value=${chosen.id} @change=${changed}>
    ${shops.map((shop) => html`<wa-option value=${shop.id}>${shop.domain}</wa-option>`)}
  </wa-select>`;
}
