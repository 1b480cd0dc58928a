/** Tells of one whole frame: its opcode, and where in the bytes its payload stands. */
export type OnFrame = (opcode: number, start: number, end: number) => void;

/**
 * Goes through the whole frames a server sent (RFC 6455, never masked, never in fragments).
 *
 * @returns how many bytes that were; what comes after them is a frame of which the rest is not here yet
 */
export function eachFrame(bytes: Buffer, from: number, to: number, onFrame: OnFrame): number {
  let at = from;
  while (to - at >= 2) {
    const first = bytes[at]!;
    let length = bytes[at + 1]!;
    let start = at + 2;
    if (length === 126) {
      if (to - at < 4) break;
      length = bytes.readUInt16BE(start);
      start += 2;
    } else if (length === 127) {
      if (to - at < 10) break;
      length = Number(bytes.readBigUInt64BE(start));
      start += 8;
    }
    const end = start + length;
    if (end > to) break;
    if ((first & 0x80) === 0) throw new Error('The server sent a frame in fragments; this watcher cannot read them.');
    onFrame(first & 0x0f, start, end);
    at = end;
  }
  return at - from;
}

export const opcodes = { text: 1, close: 8 } as const;

/** A text frame as clients must send it: masked, here with zeros, which changes nothing. */
export function clientFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  if (payload.length > 125) throw new Error('Watchers have nothing so long to say.');
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

/** A text frame as servers send it. */
export function serverFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, payload.length])
      : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
  if (payload.length > 0xffff) throw new Error('A message of the feed is never so long.');
  return Buffer.concat([head, payload]);
}
