import type { StoreNews } from './store-order.js';

/** One delivery as it came over the wire; the body is raw bytes until the signature has been checked. */
export interface WebhookDelivery {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/** What a delivery says about itself outside its body. Headers are not signed: nothing here is believed for money. */
export interface WebhookLabel {
  shopDomain: string;
  topic: string;
  /** The store's id of this delivery; the same when the store sends it again. Empty when the store gave none. */
  webhookId: string;
  /** As sent; once it is verified it stands for every byte of the body. */
  signature: string;
}

/** What a store platform must offer to be counted. */
export interface StorePlatform {
  readonly name: string;
  /** The headers every delivery needs, for the description of the API. */
  readonly headers: readonly string[];
  readLabel(delivery: WebhookDelivery): WebhookLabel;
  /** True when the body was signed with one of the secrets. Must run before anything is parsed. */
  verifies(delivery: WebhookDelivery, secrets: readonly string[]): boolean;
  /**
   * Parses a verified body. Throws {@link StoreRejection} naming the field that cannot be understood.
   *
   * @param currency the shop's currency, for deliveries that do not tell it
   */
  parse(topic: string, body: Buffer, currency: string): StoreNews;
}
