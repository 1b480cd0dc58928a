import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Connections } from './connections.js';
import { Problem } from './problem.js';
import { sendProblem } from './send-problem.js';
import { writeProblem, type RawProblem } from './write-problem.js';

/** Patience with those who send, wait or read slowly; a store's servers do none of it. docs/operating.md, "Limits". */
const limits = {
  /** For the headers, from the first byte; or for the first byte, from the moment of connecting. */
  headersTimeout: 10_000,
  /** For the whole request, headers and body. Stores themselves give up after 5 seconds. */
  requestTimeout: 20_000,
  /** How often those two are looked after; Node's own 30 seconds would make 50 of 20. */
  connectionsCheckingInterval: 1_000,
  /** Between two requests. Longer than the 60 seconds of usual proxies, which otherwise send into a closing connection. */
  keepAliveTimeout: 65_000,
  /** Of one request; held for every connection that is slow with them. */
  maxHeaderSize: 8 * 1024,
};

/** Without a byte either way, such as from somebody who does not read his answer. */
const silenceMsMax = 60_000;

/**
 * Requests that one connection may send ahead of their answers. Sixty bytes can ask for sixty thousand, and all that
 * comes in one piece is asked at once: without an end to it, a connection could have any amount of answers written down.
 */
const aheadMax = 8;

/**
 * A server whose senders cannot hold it up. `connections` tells what is being answered; let it guard the server once
 * everything is attached.
 */
export function createHttpServer(connections: Connections, serve: RequestListener): Server {
  const serveInTurn: RequestListener = (request, response) => {
    const { socket } = request;
    // Turned away before it asked.
    if (socket.writableEnded) return;
    const unanswered = connections.unanswered(socket);
    if (unanswered <= aheadMax) serve(request, response);
    // The answers before this one are still given; what follows it is not looked at, because it ends the connection.
    else if (unanswered === aheadMax + 1) refuseHaste(request, response);
  };
  const server = createServer(limits, serveInTurn);
  server.timeout = silenceMsMax;
  // Without this Node tells everybody to go on before anybody has looked.
  server.on('checkContinue', serveInTurn);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(error, socket as Socket, connections));
  return server;
}

function refuseHaste(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Connection', 'close');
  sendProblem(
    request,
    response,
    new Problem('too-busy', `Wait for answers before sending more; ${aheadMax} requests may be on their way.`, {
      retryAfterSeconds: 1,
    }),
  );
}

/** What Node's parser cannot read never becomes a request; its sender is told in the same form as everyone else. */
const refusals: Record<string, RawProblem> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    kind: 'invalid-input',
    title: 'The headers of the request are too large.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: '413 Payload Too Large',
    kind: 'too-large',
    title: 'The body is larger than this address accepts.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    kind: 'invalid-input',
    title: 'The request took too long to arrive; send it again.',
  },
};

const garbage: RawProblem = {
  status: '400 Bad Request',
  kind: 'invalid-input',
  title: 'This is not a request that HTTP allows.',
};

function refuse(error: NodeJS.ErrnoException, socket: Socket, connections: Connections): void {
  // Into an answer that has begun no other may be written.
  if (!socket.writable || error.code === 'ECONNRESET' || connections.pending(socket)?.headersSent)
    return void socket.destroy();
  writeProblem(socket, refusals[error.code ?? ''] ?? garbage);
}
