import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** The line between server and database, in our hands: it can be slow, be cut, lead elsewhere and be listened to. */
export interface Line {
  /** The database's address by way of this line. */
  url: string;
  /** How much later than sent the database's answers arrive. */
  delayMs: number;
  /** Whoever connects from now on reaches the database here. */
  leadTo(databaseUrl: string): void;
  /**
   * Hears every chunk before it is passed on; what it answers `withhold` to is never passed on. Queries and answers of a
   * transaction's end are short and come whole, so `COMMIT` can be looked for.
   */
  listen: ((chunk: Buffer, from: 'server' | 'database') => 'pass' | 'withhold') | undefined;
  close(): Promise<void>;
}

export async function openLine(databaseUrl: string): Promise<Line> {
  let target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const door = createServer((near) => {
    const far = connect(parseInt(target.port, 10), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.setNoDelay();
      // A line that breaks on one side is broken on both; which error it was is of no interest here.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    pass(near, far, 'server');
    pass(far, near, 'database');
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');

  function pass(from: Socket, to: Socket, name: 'server' | 'database'): void {
    // One after the other, however the delay changes meanwhile.
    let order = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      const due = performance.now() + (name === 'database' ? line.delayMs : 0);
      order = order.then(async () => {
        const early = due - performance.now();
        if (early > 0) await sleep(early);
        if (line.listen?.(chunk, name) !== 'withhold') to.write(chunk);
      });
    });
  }

  const url = new URL(databaseUrl);
  url.port = `${(door.address() as AddressInfo).port}`;
  const line: Line = {
    url: url.href,
    delayMs: 0,
    leadTo: (elsewhere) => (target = new URL(elsewhere)),
    listen: undefined,
    async close() {
      for (const socket of sockets) socket.destroy();
      door.close();
      await once(door, 'close');
    },
  };
  return line;
}
