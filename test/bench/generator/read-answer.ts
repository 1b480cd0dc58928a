/** One HTTP answer, read as little as possible. */
export interface Answer {
  status: number;
  body: string;
}

const headEnd = Buffer.from('\r\n\r\n');
const lengthName = Buffer.from('ontent-Length: ');

/** The answer that these bytes are, or undefined while they are not all of it. Needs a Content-Length, but for a 304. */
export function readAnswer(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return undefined;
  const status = (bytes[9]! - 48) * 100 + (bytes[10]! - 48) * 10 + bytes[11]! - 48;
  if (status === 304) return { status, body: '' };
  const name = bytes.indexOf(lengthName);
  if (name < 0 || name > end) throw new Error(`An answer without Content-Length: ${bytes.toString('latin1', 0, 200)}`);
  let length = 0;
  for (let at = name + lengthName.length; bytes[at]! >= 48 && bytes[at]! <= 57; at += 1)
    length = length * 10 + bytes[at]! - 48;
  const bodyStart = end + headEnd.length;
  if (bytes.length < bodyStart + length) return undefined;
  return { status, body: bytes.toString('latin1', bodyStart, bodyStart + length) };
}
