/**
 * Divides what a server answers on one connection into the frames of a websocket (RFC 6455, section 5.2). `take` gets the
 * bytes of each frame with its payload; of anything that is no websocket, or not yet, it gets the bytes alone.
 */
export function eachFrame(take: (bytes: Buffer, payload?: Buffer) => void): (chunk: Buffer) => void {
  let speaks: 'unknown' | 'http' | 'websocket' = 'unknown';
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (speaks === 'unknown') {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      speaks = rest.subarray(0, 12).toString('latin1') === 'HTTP/1.1 101' ? 'websocket' : 'http';
      if (speaks === 'websocket') {
        take(rest.subarray(0, end + 4));
        rest = rest.subarray(end + 4);
      }
    }
    if (speaks === 'http') {
      take(rest);
      rest = Buffer.alloc(0);
      return;
    }
    for (let frame = firstFrame(rest); frame; frame = firstFrame(rest)) {
      take(rest.subarray(0, frame.end), rest.subarray(frame.start, frame.end));
      rest = rest.subarray(frame.end);
    }
  };
}

/** Where the payload of the first frame starts and ends; servers do not mask theirs. */
function firstFrame(bytes: Buffer): { start: number; end: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes[1]! & 0x7f;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < start) return undefined;
  const length =
    short < 126
      ? short
      : short === 126
        ? bytes.readUInt16BE(2)
        : bytes.readUInt32BE(2) * 2 ** 32 + bytes.readUInt32BE(6);
  return bytes.length < start + length ? undefined : { start, end: start + length };
}
