import type { IncomingMessage } from 'node:http';
import { Problem } from '../http/problem.js';

/** How much of a body that is too large is still read, so that its sender hears the answer instead of a broken pipe. */
const drainedBytesMax = 8 * 1024 * 1024;

/**
 * Receives a whole body as raw bytes.
 *
 * @throws {Problem} `too-large` beyond `bytesMax`, `unsupported-media-type` when it is compressed: a signature is over
 *   the bytes as sent; `invalid-input` when the sender broke off
 */
export function receiveBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity')
    return Promise.reject(new Problem('unsupported-media-type', 'The body must not be compressed.'));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= bytesMax) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      reject(new Problem('too-large', 'The body is larger than this address accepts.'));
      if (bytes > bytesMax + drainedBytesMax) request.destroy();
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('aborted', () => reject(new Problem('invalid-input', 'The body broke off.')));
  });
}
