import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface DeafScreen {
  /** Sends a Socket.IO packet, such as `2/live,["unwatch",{"topic":"shop:x"}]`. */
  say(packet: string): void;
  /** Whether the server has hung up. */
  gone(): boolean;
  leave(): void;
}

/** A screen that joins the feed by hand over a websocket, and then never reads again. */
export async function openDeafScreen(url: string): Promise<DeafScreen> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(parseInt(port, 10), hostname);
  let gone = false;
  socket.on('error', () => (gone = true)).on('close', () => (gone = true));
  await once(socket, 'connect');
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  );
  let heard = '';
  // What is said before the server has answered may not be heard.
  const hear = async (word: string) => {
    while (!heard.includes(word)) heard += String((await once(socket, 'data'))[0]);
  };
  const say = (packet: string) => sendText(socket, `4${packet}`);
  await hear('0{"sid"');
  say('0/live,');
  await hear('40/live,{');
  socket.pause();
  return { say, gone: () => gone, leave: () => socket.destroy() };
}

/** One websocket frame; masked with zeros, which leaves the text as it is. */
function sendText(socket: Socket, text: string): void {
  const body = Buffer.from(text);
  if (body.length > 125) throw new Error('a deaf screen says little');
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0]), body]));
}
