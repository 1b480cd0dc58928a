import type { Client } from 'pg';
import type { TroubleLog } from '../log/calm-log.js';
import { topicsChannel } from './topics.js';

export interface TopicEar {
  stop(): Promise<void>;
}

/** A room above that hears of its own kind of news on a channel of its own. */
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
  /** Another channel that is heard over the same connection. */
  also?: OtherEar | undefined;
  log: TroubleLog;
}

/** Longest wait between tries to reach the database again. */
const retryMsMax = 5_000;

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
    await ended;
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

/** The names in a notification; undefined when somebody else wrote something else into the channel. */
function readTopicNames(payload = ''): string[] | undefined {
  try {
    const names: unknown = JSON.parse(payload);
    return Array.isArray(names) ? names.map(String) : undefined;
  } catch {
    return undefined;
  }
}
