import { Problem } from '../http/problem.js';

export const evidenceTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** As much as a scan of several pages takes. */
export const evidenceBytesMax = 10 * 1024 * 1024;

/** More than any camera has; a picture of a few bytes can claim to be gigabytes large. */
const pixelsMax = 150_000_000;

/**
 * The file that really is in these bytes: they have to be of the type they are said to be, from the first byte on, and
 * whole. What hangs on behind the end of a picture (a film of the moment, or a file of another kind in disguise) is cut off.
 *
 * @throws {Problem} `invalid-input` with what to do about it
 */
export function readEvidenceFile(type: EvidenceType, bytes: Buffer): Buffer {
  if (bytes.length === 0) throw unusable('is empty; choose it again');
  if (type === 'application/pdf') return readPdf(bytes);
  const picture = type === 'image/png' ? readPng(bytes) : readJpeg(bytes);
  if (!picture) throw notOfType(type);
  if (picture.width * picture.height > pixelsMax)
    throw unusable('is a picture of too many points; save it smaller, such as 3000 points wide');
  return bytes.subarray(0, picture.end);
}

interface Picture {
  width: number;
  height: number;
  /** Where it ends in the bytes. */
  end: number;
}

/** ISO 32000-2, 7.5: the header comes first, and the last line is `%%EOF`. Readers look for it in the last 1,024 bytes. */
function readPdf(bytes: Buffer): Buffer {
  const header = /^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8));
  const ended = bytes.toString('latin1', Math.max(0, bytes.length - 1_024)).includes('%%EOF');
  if (!header) throw notOfType('application/pdf');
  if (!ended) throw unusable('is a PDF that is not whole, or has something else behind its end; save it as PDF again');
  return bytes;
}

/** PNG 3, 5: signature, then chunks of length, name, data and checksum, `IHDR` first and `IEND` last. */
function readPng(bytes: Buffer): Picture | undefined {
  if (bytes.toString('latin1', 0, 16) !== '\x89PNG\r\n\x1a\n\0\0\0\rIHDR' || bytes.length < 33) return undefined;
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return { ...size, end: at + 12 };
  return undefined;
}

/** ITU T.81, annex B: markers with a length each, after `SOS` the coded picture, `EOI` at the end. */
function readJpeg(bytes: Buffer): Picture | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let size: Omit<Picture, 'end'> | undefined;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else {
      const length = bytes.readUInt16BE(at + 2);
      if (length < 2) return undefined;
      if (isFrame(marker) && at + 9 <= bytes.length)
        size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
      at += 2 + length;
      if (marker === 0xda) at = endOfCoded(bytes, at);
    }
    if (size && at + 2 <= bytes.length && bytes.readUInt16BE(at) === 0xffd9) return { ...size, end: at + 2 };
  }
  return undefined;
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The next marker that is not part of the coded picture: neither a stuffed 0xff nor a restart. */
function endOfCoded(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const typeNames: Record<EvidenceType, string> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG picture',
  'image/jpeg': 'JPEG picture',
};

const notOfType = (type: EvidenceType) =>
  unusable(`is no whole ${typeNames[type]}, whatever its name says; send a PDF, PNG or JPEG`);

const unusable = (message: string) =>
  new Problem('invalid-input', `The file ${message}.`, { errors: [{ path: 'file', message }] });
