import type { Socket } from 'node:net';
import { problemType, type ProblemKind } from './problem.js';

export interface RawProblem {
  /** As in the first line of an answer: `408 Request Timeout`. */
  status: string;
  kind: ProblemKind;
  title: string;
  headers?: readonly string[];
}

/**
 * Answers on a bare connection, where there is no request that Node would answer, in the same form as everywhere, and
 * closes it as soon as that is written: whoever is answered like this need not read it, and must not stay for it.
 */
export function writeProblem(socket: Socket, { status, kind, title, headers = [] }: RawProblem): void {
  const body = JSON.stringify({ type: problemType(kind), title, status: parseInt(status, 10) });
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
    'Connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
