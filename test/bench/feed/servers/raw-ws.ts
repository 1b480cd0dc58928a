// The floor: sockets of `ws`, and a frame that was made before, written to each with one call. No heartbeat, no rooms but
// a list, nothing looked after. It sends the bytes that ours sends: the frames of `totals` and of `gifts` as one piece.
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { serverFrame } from '../watchers/frames.js';
import { firstSeq, tellWhenAsked } from './tell-when-asked.js';

const watching = new Map<string, Set<Socket>>();

const server: WebSocketServer = new WebSocketServer(
  { port: 0, host: '127.0.0.1', perMessageDeflate: false, backlog: 4_096 },
  () => process.send!({ port: (server.address() as AddressInfo).port }),
);
server.on('connection', (webSocket: WebSocket, request) => {
  const socket = request.socket;
  webSocket.on('message', (data: Buffer) => {
    const topic = data.toString('utf8');
    if (!watching.has(topic)) watching.set(topic, new Set());
    const watchers = watching.get(topic)!;
    watchers.add(socket);
    socket.once('close', () => watchers.delete(socket));
    webSocket.send('watching');
  });
});

tellWhenAsked(({ topics, messages }) => {
  const made = new Map(topics.map((topic) => [topic, makeFrames(topic, Object.values(messages))]));
  return (topic, seq) => {
    const watchers = watching.get(topic);
    if (!watchers) return;
    const { bytes, places } = made.get(topic)!;
    // A copy, for the last one may still be waiting in a slow socket.
    const frames = Buffer.from(bytes);
    for (const place of places) frames.write(String(seq), place, 'latin1');
    for (const socket of watchers) socket.write(frames);
  };
});

/** The frames of one tell in one piece, and where the sequence numbers stand in it. */
function makeFrames(topic: string, messages: string[]): { bytes: Buffer; places: number[] } {
  const seq = `"seq":${firstSeq}`;
  const named = messages.map((text) => text.replace(/"topic":"[^"]+"/, `"topic":"${topic}"`).replace(/"seq":\d+/, seq));
  const bytes = Buffer.concat(named.map(serverFrame));
  const places: number[] = [];
  for (let at = bytes.indexOf(seq); at >= 0; at = bytes.indexOf(seq, at + 1)) places.push(at + '"seq":'.length);
  return { bytes, places };
}
