// Socket.IO as its guide shows it: a namespace, a room for each topic, and `emit` of an object.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { tellWhenAsked } from './tell-when-asked.js';

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false });
const live = io.of('/live');

live.on('connection', (socket) => {
  socket.on('watch', async ({ topic }: { topic: string }, ack: (answer: unknown) => void) => {
    await socket.join(topic);
    ack({ ok: true });
  });
});

tellWhenAsked(({ messages }) => {
  const [totals, gifts] = [payloadOf(messages.totals), payloadOf(messages.gifts)];
  return (topic, seq) => {
    live.to(topic).emit('totals', { ...totals, topic, seq });
    live.to(topic).emit('gifts', { ...gifts, topic, seq });
  };
});

/** What an event as it goes over the wire carries. */
function payloadOf(message: string): Record<string, unknown> {
  const [, payload] = JSON.parse(message.slice(message.indexOf('['))) as [string, Record<string, unknown>];
  return payload;
}

http.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () =>
  process.send!({ port: (http.address() as AddressInfo).port }),
);
