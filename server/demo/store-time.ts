/** A time as Shopify writes it: in the shop's own zone, here China's, "2026-11-23T18:32:05+08:00". */
export function storeTime(at: string | Date): string {
  const moment = typeof at === 'string' ? new Date(at) : at;
  const local = new Date(moment.getTime() + 8 * 3_600_000).toISOString();
  // Real stores know no fractions of a second; given ones are kept, so that a test can order events as finely as it likes.
  return local.replace(/(?:\.000)?Z$/, '+08:00');
}
