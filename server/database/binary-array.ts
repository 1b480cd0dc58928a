/**
 * One-dimensional PostgreSQL arrays in binary form, for statements that write a whole batch (`unnest`). pg sends a Buffer
 * as a binary parameter; as text, every element would be quoted here and parsed there, which was a tenth of the work of a
 * delivery (docs/performance.md). Format: array_recv in PostgreSQL's src/backend/utils/adt/arrayfuncs.c.
 */
const oid = { int8: 20, int4: 23, text: 25, timestamptz: 1184 } as const;

/** `bigint[]` */
export function bigints(values: readonly bigint[]): Buffer {
  return fixedSize(oid.int8, 8, values.length, (array, at, place) => array.writeBigInt64BE(values[at]!, place));
}

/** `int[]` */
export function ints(values: readonly number[]): Buffer {
  return fixedSize(oid.int4, 4, values.length, (array, at, place) => array.writeInt32BE(values[at]!, place));
}

/** `timestamptz[]` of milliseconds since 1970; PostgreSQL counts microseconds since 2000. */
export function timestamps(values: readonly (number | null)[]): Buffer {
  const array = Buffer.allocUnsafe(headBytes + values.length * 12);
  let place = writeHead(array, oid.timestamptz, values.length, true);
  for (const value of values) {
    place = array.writeInt32BE(value === null ? -1 : 8, place);
    if (value !== null) place = array.writeBigInt64BE(BigInt(value - millisecondsTo2000) * 1_000n, place);
  }
  return array.subarray(0, place);
}

/** `text[]`; texts must not hold NUL, which PostgreSQL refuses. */
export function texts(values: readonly (string | null)[]): Buffer {
  let bytes = headBytes;
  const sizes = values.map((value) => (value === null ? 0 : Buffer.byteLength(value)));
  for (const size of sizes) bytes += 4 + size;
  const array = Buffer.allocUnsafe(bytes);
  let place = writeHead(array, oid.text, values.length, true);
  values.forEach((value, at) => {
    place = array.writeInt32BE(value === null ? -1 : sizes[at]!, place);
    if (value !== null) place += array.write(value, place, 'utf8');
  });
  return array;
}

const headBytes = 20;
const millisecondsTo2000 = Date.UTC(2000, 0, 1);

function fixedSize(
  elementOid: number,
  size: number,
  length: number,
  write: (array: Buffer, at: number, place: number) => number,
): Buffer {
  const array = Buffer.allocUnsafe(headBytes + length * (4 + size));
  let place = writeHead(array, elementOid, length, false);
  for (let at = 0; at < length; at += 1) place = write(array, at, array.writeInt32BE(size, place));
  return array;
}

/** Dimensions, whether there may be NULLs, the elements' type, the length and the first index. */
function writeHead(array: Buffer, elementOid: number, length: number, mayHoldNull: boolean): number {
  let place = array.writeInt32BE(1, 0);
  place = array.writeInt32BE(mayHoldNull ? 1 : 0, place);
  place = array.writeInt32BE(elementOid, place);
  place = array.writeInt32BE(length, place);
  return array.writeInt32BE(1, place);
}
