import type { Database } from '../database/database.js';
import type { TroubleLog } from '../log/calm-log.js';
import type { Feed } from './feed.js';
import { hearTopics, type OtherEar } from './hear-topics.js';
import { readTogether } from './read-together.js';
import { TopicMemory } from './topic-memory.js';

/** What this process knows of topics, and how it hears of changes. */
export interface Topics {
  memory: TopicMemory;
  /** Whom to tell of topics that changed, after the memory. */
  tell(feed: Pick<Feed, 'touch' | 'touchAll'>): void;
  stop(): Promise<void>;
}

/** Begins to listen to the database and to remember what is asked for. */
export function openTopics(
  database: Pick<Database, 'pools' | 'connectListener'>,
  log: TroubleLog,
  also?: OtherEar,
): Topics {
  const memory = new TopicMemory(readTogether(database.pools.public));
  let feed: Pick<Feed, 'touch' | 'touchAll'> | undefined;
  const ear = hearTopics({
    connect: () => database.connectListener(),
    onTopic(topic) {
      memory.touch(topic);
      feed?.touch(topic);
    },
    onGap() {
      memory.touchAll();
      feed?.touchAll();
    },
    onHeardAll: (atMs) => memory.heardAll(atMs),
    also,
    log,
  });
  return { memory, tell: (to) => (feed = to), stop: () => ear.stop() };
}
