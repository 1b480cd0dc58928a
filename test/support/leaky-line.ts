import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { eachFrame } from './websocket-frames.js';

/**
 * The line between screens and server, in our hands. Requests pass as they are; on websockets single events of the feed can
 * be lost on their way to the screen. What keeps the connection itself going (handshake, heartbeat, acknowledgements) is
 * never lost alone: on a real network it is not either, there the line is dead as a whole, as it is `whileAsleep`.
 */
export interface LeakyLine {
  /** The server's address by way of this line. */
  url: string;
  /** Decides of each event on its way to a screen, such as `["totals",{…}]`. */
  loses: (event: string) => boolean;
  passed: number;
  lost: number;
  /**
   * The screens' machine sleeps: nothing comes or goes, and its connections are gone, which nobody tells it. What was under
   * way when it fell asleep reaches it at `wakeUp`; after that the old connections stay dead.
   */
  fallAsleep(): void;
  wakeUp(): void;
  close(): Promise<void>;
}

/** How an event of the namespace `/live` begins on the wire: Engine.IO message, Socket.IO event. */
const eventStart = '42/live,';

export async function openLeakyLine(serverUrl: string): Promise<LeakyLine> {
  const target = new URL(serverUrl);
  const pairs = new Set<Pair>();
  const door = createServer((near) => {
    const far = connect(parseInt(target.port, 10), target.hostname);
    const pair = new Pair(near, far, (frame) => isLost(frame));
    pairs.add(pair);
    near.on('close', () => pairs.delete(pair));
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');

  function isLost(frame: Buffer): boolean {
    const text = frame.toString('utf8');
    if (!text.startsWith(eventStart)) return false;
    const lost = line.loses(text.slice(eventStart.length));
    line[lost ? 'lost' : 'passed'] += 1;
    return lost;
  }

  const line: LeakyLine = {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    loses: () => false,
    passed: 0,
    lost: 0,
    fallAsleep: () => pairs.forEach((pair) => pair.fallAsleep()),
    wakeUp: () => pairs.forEach((pair) => pair.wakeUp()),
    async close() {
      for (const pair of pairs) pair.hangUp();
      door.close();
      await once(door, 'close');
    },
  };
  return line;
}

/** One connection of a screen, and ours to the server on its behalf. */
class Pair {
  #state: 'awake' | 'asleep' | 'dead' = 'awake';
  #underWay: Buffer[] = [];

  constructor(
    private readonly near: Socket,
    private readonly far: Socket,
    isLost: (frame: Buffer) => boolean,
  ) {
    for (const socket of [near, far]) {
      socket.setNoDelay();
      // A line that breaks on one side is broken on both; which error it was is of no interest here.
      socket.on('error', () => undefined);
    }
    near.on('data', (chunk: Buffer) => {
      if (this.#state === 'awake') far.write(chunk);
    });
    const take = eachFrame((bytes, payload) => {
      if (payload && isLost(payload)) return;
      if (this.#state === 'asleep') this.#underWay.push(bytes);
      else if (this.#state === 'awake') near.write(bytes);
    });
    far.on('data', take);
    near.on('close', () => far.destroy());
    far.on('close', () => this.#state === 'awake' && near.destroy());
  }

  fallAsleep(): void {
    this.#state = 'asleep';
    // What the server says in the next moment is still under way; later it finds that nobody is there.
    setTimeout(() => this.far.destroy(), 500);
  }

  wakeUp(): void {
    for (const bytes of this.#underWay.splice(0)) this.near.write(bytes);
    this.#state = 'dead';
  }

  hangUp(): void {
    this.near.destroy();
    this.far.destroy();
  }
}
