import { once } from 'node:events';
import http, { type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One delivery as it came in. */
export interface Received {
  headers: IncomingHttpHeaders;
  /** The very text, for verifying. */
  body: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  event: any;
}

export interface Receiver {
  url: string;
  port: number;
  received: Received[];
  /** How it answers from now on. */
  answer(how: number | ((response: ServerResponse, received: Received) => void)): void;
  stop(): Promise<void>;
}

/** Somebody's server that hears of events: a real one, on a port of its own. */
export async function startReceiver(): Promise<Receiver> {
  let how: (response: ServerResponse, received: Received) => void = (response) => response.writeHead(204).end();
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const one = { headers: request.headers, body, event: JSON.parse(body || 'null') };
      received.push(one);
      how(response, one);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hears`,
    port,
    received,
    answer(next) {
      how = typeof next === 'number' ? (response) => response.writeHead(next).end('as asked') : next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
