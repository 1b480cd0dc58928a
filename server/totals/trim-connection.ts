import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'socket.io';
import { connectionOf } from './feed-connection.js';

const emptied = { headers: {}, time: '', xdomain: false, secure: false, issued: 0, url: '', query: {} };

/** What Engine.IO gives its middleware as the answer to a websocket's handshake. */
type HandshakeAnswer = { req: IncomingMessage | undefined };

/**
 * Lets go of the handshake of every screen that has joined: its request with all headers is a third of what a quiet
 * connection weighs, and nobody asks for it any more. `socket.handshake` keeps `auth` and `address`.
 *
 * The request hangs on the connection, on Socket.IO's copy of the handshake, and on the answer to the handshake, which
 * Engine.IO keeps to the end of the connection.
 */
export function trimConnections(io: Server): (socket: Socket) => void {
  const answers = new WeakMap<IncomingMessage, HandshakeAnswer>();
  io.engine.use((request: IncomingMessage, answer: object, next: () => void) => {
    if (request.headers.upgrade !== undefined) answers.set(request, answer as HandshakeAnswer);
    next();
  });
  return (socket) => {
    const connection = connectionOf(socket);
    const answer = connection.request && answers.get(connection.request);
    if (answer) answer.req = undefined;
    connection.request = null;
    const { auth, address } = socket.handshake;
    Object.assign(socket, { handshake: { ...emptied, auth, address } });
  };
}
