import { StoreRejection } from '../store-order.js';

/** A smaller body cannot do harm, and most are smaller: they are not counted. */
const countedBytesMin = 128 * 1024;

/** Real orders have a value every 20 to 30 bytes, so some 100,000 in the largest body that is taken. */
const valuesMax = 150_000;

/**
 * Parses a body, unless it has more values than any order: a million empty refunds, or brackets nested as deep, take
 * seconds and gigabytes to check although they fit into two megabytes.
 *
 * @throws {StoreRejection} when it is not JSON or has too many values
 */
export function parseJson(body: Buffer): unknown {
  if (body.length >= countedBytesMin && valuesIn(body) > valuesMax)
    throw new StoreRejection('body', `has more than ${valuesMax} values, which is more than an order has`);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new StoreRejection('body', 'is not JSON');
  }
}

/** Commas and opening brackets, those within texts included: never fewer than there are values. */
function valuesIn(body: Buffer): number {
  let values = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (byte === 0x2c || byte === 0x5b || byte === 0x7b) values += 1;
  }
  return values;
}
