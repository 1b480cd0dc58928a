import type { IncomingMessage, ServerResponse } from 'node:http';
import { troubleOf } from '../database/database-errors.js';
import { announcedBytes } from './bodies-in-hand.js';
import { Problem } from './problem.js';
import { requestId } from './request-id.js';

/** What a caller is told of an error, whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { status } = error as { status?: number };
  if (status !== undefined && status >= 400 && status < 500)
    return new Problem('invalid-input', 'The request could not be read.');
  if (troubleOf(error) === 'away' || troubleOf(error) === 'try-again')
    return new Problem('database-away', 'The database cannot be reached just now; try again shortly.', {
      retryAfterSeconds: 2,
    });
  return new Problem('internal', 'Something went wrong on our side; it has been logged.');
}

/** How long, and how many bytes of it, a body nobody wants is still let in while its sender hears why. */
const hearingMsMax = 2_000;
const hearingBytesMax = 4 * 1024 * 1024;

/**
 * Answers a problem as RFC 9457 `application/problem+json`; `instance` is the id under which the log tells more. When the
 * body has not been read to its end, the connection is closed after it, because nothing can follow.
 */
export function sendProblem(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  const id = requestId(request);
  const body = JSON.stringify({ ...problem.toJSON(), instance: `urn:kindcast:request:${id}` });
  const { retryAfterSeconds } = problem.more;
  const unread = !request.complete && announcedBytes(request) !== 0;
  response.writeHead(problem.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': id,
    ...(retryAfterSeconds !== undefined && { 'Retry-After': retryAfterSeconds }),
    ...(problem.kind === 'unauthorized' && { 'WWW-Authenticate': 'Bearer' }),
    ...(unread && { Connection: 'close' }),
  });
  if (!unread) return void response.end(body);
  response.write(body);
  letSenderHear(request, response);
}

/**
 * Keeps the connection until the sender has come to his end or had time to hear the answer: closed over bytes still on
 * their way, it would break off before he reads it. Nothing of what he sends is kept.
 */
function letSenderHear(request: IncomingMessage, response: ServerResponse): void {
  let bytes = 0;
  const enough = () => {
    clearTimeout(late);
    response.end();
  };
  const late = setTimeout(enough, hearingMsMax);
  request.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > hearingBytesMax) enough();
  });
  request.once('end', enough).once('close', enough).on('error', enough);
  request.resume();
}
