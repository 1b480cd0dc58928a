// Reads one address over keep-alive connections, one request in flight on each, and counts what comes back.
import { connect } from 'node:net';
import { answerWith } from '../ask.js';
import { readAnswer } from '../../generator/read-answer.js';

export type ReaderQuestions = {
  read: { needs: { port: number; path: string; connections: number; etag?: string | undefined }; answer: null };
  tell: { needs: null; answer: { answers: number; bytes: number; statuses: Record<string, number> } };
  stop: { needs: null; answer: null };
};

let heard = { answers: 0, bytes: 0, statuses: {} as Record<string, number> };
let leave: (() => void)[] = [];

answerWith<ReaderQuestions>({
  async read({ port, path, connections, etag }) {
    heard = { answers: 0, bytes: 0, statuses: {} };
    const known = etag ? `If-None-Match: ${etag}\r\n` : '';
    const request = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept: */*\r\n${known}\r\n`);
    for (let number = 0; number < connections; number += 1) keepReading(port, request);
    return null;
  },
  tell: async () => heard,
  async stop() {
    leave.forEach((each) => each());
    leave = [];
    return null;
  },
});

function keepReading(port: number, request: Buffer): void {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  let partial: Buffer | undefined;
  socket.once('connect', () => socket.write(request));
  socket.on('data', (chunk) => {
    const bytes = partial ? Buffer.concat([partial, chunk]) : chunk;
    const answer = readAnswer(bytes);
    partial = answer ? undefined : bytes;
    if (!answer) return;
    heard.answers += 1;
    heard.bytes += bytes.length;
    heard.statuses[answer.status] = (heard.statuses[answer.status] ?? 0) + 1;
    socket.write(request);
  });
  leave.push(() => socket.destroy());
}
