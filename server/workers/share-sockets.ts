import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { pipeline, type Duplex } from 'node:stream';
import type { App } from '../app.js';

/**
 * A Socket.IO client that begins with long polling sends many requests for one socket, and they arrive at any worker. So
 * the id of a socket names the worker that keeps it, and whoever receives a request for another's socket passes it on,
 * through a door that only workers know. See docs/decisions/0011-more-processes.md.
 */
export interface SharedSockets {
  open(app: App): Promise<void>;
  close(): void;
}

/**
 * @param id of this worker, never used again by another
 * @param folder where every worker has its door
 */
export function shareSockets(id: number, folder: string): SharedSockets {
  const door = createServer();
  return {
    async open({ http, engine }) {
      const makeId = engine.generateId.bind(engine);
      engine.generateId = (request: IncomingMessage) => `${id}.${makeId(request)}`;
      // What comes through the door is for this worker: it goes past the crossing, or it could go round in circles.
      const own = { request: http.listeners('request'), upgrade: http.listeners('upgrade') };
      for (const [event, listeners] of Object.entries(own))
        for (const listener of listeners) door.on(event, listener as never);
      standAtCrossing(http, own, (request) => doorOfAnother(request, id, folder));
      door.listen({ path: doorOf(folder, id), exclusive: true });
      await once(door, 'listening');
    },
    close() {
      door.close();
      door.closeAllConnections();
      rmSync(doorOf(folder, id), { force: true });
    },
  };
}

/** Windows has no sockets in folders, but pipes with names. */
const doorOf = (folder: string, id: number | string) =>
  path.join(process.platform === 'win32' ? `\\\\?\\pipe\\${folder}` : folder, `${id}.sock`);

/** The door of the worker that keeps the socket of this request; undefined when it is ours or nobody's. */
function doorOfAnother({ url = '' }: IncomingMessage, own: number, folder: string): string | undefined {
  if (!url.startsWith('/socket.io')) return undefined;
  const keeper = /[?&]sid=(\d{1,9})\./.exec(url)?.[1];
  if (keeper === undefined || keeper === String(own)) return undefined;
  const door = doorOf(folder, keeper);
  return process.platform === 'win32' || existsSync(door) ? door : undefined;
}

type Listeners = Record<'request' | 'upgrade', readonly unknown[]>;

function standAtCrossing(http: Server, own: Listeners, elsewhere: (request: IncomingMessage) => string | undefined) {
  http.removeAllListeners('request');
  http.removeAllListeners('upgrade');
  http.on('request', (request, response) => {
    const door = elsewhere(request);
    if (door) passOn(door, request, response);
    else for (const listener of own.request) (listener as (...all: unknown[]) => void).call(http, request, response);
  });
  http.on('upgrade', (request, socket, head) => {
    const door = elsewhere(request);
    if (door) passOnUpgrade(door, request, socket, head);
    else
      for (const listener of own.upgrade) (listener as (...all: unknown[]) => void).call(http, request, socket, head);
  });
}

function passOn(door: string, request: IncomingMessage, response: ServerResponse): void {
  // The keeper must leave the connection open: closing it with the answer, it could break the end of what is still written.
  const headers = { ...request.headers, connection: 'keep-alive' };
  const options = { socketPath: door, method: request.method, path: request.url, headers, agent: false } as const;
  const passed = ask(options, (answer) => {
    // What concerns the connection concerns that one, not the client's.
    const { connection: _connection, 'keep-alive': _keepAlive, ...rest } = answer.headers;
    response.writeHead(answer.statusCode!, rest);
    pipeline(answer, response, () => undefined);
  });
  // The keeper is gone, and the socket with it: the client begins anew.
  passed.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(503, { 'Content-Length': 0 }).end();
  });
  response.on('close', () => passed.destroy());
  request.pipe(passed);
}

function passOnUpgrade(door: string, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const keeper = connect(door);
  const lines = [`${request.method} ${request.url} HTTP/${request.httpVersion}`];
  for (let at = 0; at < request.rawHeaders.length; at += 2)
    lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
  keeper.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  keeper.write(head);
  // Either end closes the other, whatever went wrong.
  pipeline(socket, keeper, socket, () => undefined);
}
