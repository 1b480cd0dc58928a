import type { IncomingMessage, ServerResponse } from 'node:http';
import { troubleOf } from '../database/database-errors.js';
import { Problem } from './problem.js';
import { requestId } from './request-id.js';

/** What a caller is told of an error, whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.too.large') return new Problem('too-large', 'The body is larger than this address accepts.');
  if (type === 'entity.parse.failed')
    return new Problem('invalid-input', 'The body is not valid JSON.', {
      errors: [{ path: 'body', message: 'is not valid JSON' }],
    });
  if (status === 415)
    return new Problem('unsupported-media-type', 'This content encoding or charset is not understood.');
  if (status !== undefined && status >= 400 && status < 500)
    return new Problem('invalid-input', 'The request could not be read.');
  if (troubleOf(error) === 'away' || troubleOf(error) === 'try-again')
    return new Problem('database-away', 'The database cannot be reached just now; try again shortly.', {
      retryAfterSeconds: 2,
    });
  return new Problem('internal', 'Something went wrong on our side; it has been logged.');
}

/** Answers a problem as RFC 9457 `application/problem+json`; `instance` is the id under which the log tells more. */
export function sendProblem(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  const id = requestId(request);
  const body = JSON.stringify({ ...problem.toJSON(), instance: `urn:kindcast:request:${id}` });
  const { retryAfterSeconds } = problem.more;
  response.writeHead(problem.status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': id,
    ...(retryAfterSeconds !== undefined && { 'Retry-After': retryAfterSeconds }),
    ...(problem.kind === 'unauthorized' && { 'WWW-Authenticate': 'Bearer' }),
  });
  response.end(body);
}
