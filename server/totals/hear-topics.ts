import type { Client } from 'pg';
import type { TroubleLog } from '../log/calm-log.js';
import { topicsChannel } from './topics.js';

export interface TopicEar {
  stop(): Promise<void>;
}

/** A room above that hears of its own kind of news on a channel of its own, over the same connection. */
export interface OtherEar {
  readonly channel: string;
  hear(payload: string): void;
  /** Some may have been missed. */
  hearGap(): void;
}

export interface TopicEarNeeds {
  connect(): Promise<Client>;
  /** A topic changed, in this process or another. */
  onTopic(topic: string): void;
  /** Some notifications may have been missed. */
  onGap(): void;
  /** All that was committed before this moment (of performance.now()) has been told. */
  onHeardAll(atMs: number): void;
  also?: OtherEar | undefined;
  log: TroubleLog;
}

/** Longest wait between tries to reach the database again. */
const retryMsMax = 5_000;

/** How often the connection has to show that it still hears. */
const proofEveryMs = 400;
/** A connection that owes its proof for so long is given up; the network may have dropped it without a word. */
const proofMsMax = 10_000;

/**
 * Listens on PostgreSQL for topics that any server on this database changed, and comes back by itself when the
 * connection breaks. Every new connection is a gap: PostgreSQL does not keep notifications for those who are away.
 */
export function hearTopics(needs: TopicEarNeeds): TopicEar {
  let client: Client | undefined;
  let stopped = false;
  let retryMs = 100;
  let wake: (() => void) | undefined;

  async function listen(): Promise<void> {
    client = await needs.connect();
    // The end may have come while waiting at the door.
    if (stopped) return client.end();
    const ended = new Promise<void>((resolve) => client!.on('end', resolve));
    client.on('notification', ({ channel, payload }) => {
      if (channel === needs.also?.channel) return needs.also.hear(payload ?? '');
      const topics = readTopicNames(payload);
      if (topics) topics.forEach(needs.onTopic);
      else needs.onGap();
    });
    try {
      await client.query(`LISTEN ${topicsChannel}`);
      if (needs.also) await client.query(`LISTEN ${needs.also.channel}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    retryMs = 100;
    needs.onGap();
    needs.also?.hearGap();
    const proof = setInterval(proveHearing(client, needs.onHeardAll), proofEveryMs);
    await ended;
    clearInterval(proof);
  }

  const running = (async () => {
    while (!stopped) {
      await listen().catch((error) => needs.log.warn({ err: error }, 'listening for news failed; trying again'));
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, retryMs);
      });
      retryMs = Math.min(retryMs * 2, retryMsMax);
    }
  })();

  return {
    async stop() {
      stopped = true;
      wake?.();
      await client?.end().catch(() => undefined);
      await running;
    },
  };
}

/**
 * Asks the database for nothing, over and over. PostgreSQL sends what it has to tell before it answers, so an answer shows
 * that everything committed before the question has been heard.
 */
function proveHearing(client: Client, onHeardAll: (atMs: number) => void): () => void {
  let askedAt: number | undefined;
  return () => {
    const now = performance.now();
    if (askedAt === undefined) {
      askedAt = now;
      client.query('SELECT').then(
        () => {
          askedAt = undefined;
          onHeardAll(now);
        },
        // The connection ends, and what follows from that is on its way.
        () => undefined,
      );
    } else if (now - askedAt > proofMsMax) {
      // With a question open this cuts the connection off instead of asking it to close.
      client.end().catch(() => undefined);
    }
  };
}

/** The names in a notification; undefined when somebody else wrote something else into the channel. */
function readTopicNames(payload = ''): string[] | undefined {
  try {
    const names: unknown = JSON.parse(payload);
    return Array.isArray(names) ? names.map(String) : undefined;
  } catch {
    return undefined;
  }
}
