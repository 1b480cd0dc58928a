import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BodiesInHand } from './bodies-in-hand.js';
import type { UploadedFile } from './define-route.js';
import { Problem } from './problem.js';

/**
 * Receives one file as the whole body, unless its type is none of those wanted: then not a byte of it is read.
 *
 * @throws {Problem} `unsupported-media-type`, and what `BodiesInHand.receive` throws
 */
export async function receiveFile(
  bodies: BodiesInHand,
  request: IncomingMessage,
  response: ServerResponse,
  wanted: { types: readonly string[]; bytesMax: number },
): Promise<UploadedFile> {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (!wanted.types.includes(type))
    throw new Problem('unsupported-media-type', `Send the file itself as one of ${wanted.types.join(', ')}.`);
  return { type, bytes: await bodies.receive(request, response, wanted.bytesMax) };
}

/** What stands for a file where only sameness matters. */
export const fingerprintOf = ({ type, bytes }: UploadedFile) => ({
  type,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
