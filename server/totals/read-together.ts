import type { Pool } from 'pg';
import { readTopics, type TopicState } from './snapshot.js';

/** Statements at once, so that crowds of topics leave connections of the pool to others. */
const lanes = 2;
/** Topics in one statement; with twenty gifts each they are some MB. */
const topicsMax = 200;

interface Wish {
  topic: string;
  resolve(state: TopicState | undefined): void;
  reject(error: unknown): void;
}

/**
 * Reads topics one by one for those who ask, but together from the database: what is asked for while others are being
 * read goes with the next statement. So five hundred topics that change at once cost a few statements, not five hundred.
 */
export function readTogether(pool: Pool): (topic: string) => Promise<TopicState | undefined> {
  const wishes: Wish[] = [];
  let running = 0;

  async function run(): Promise<void> {
    running += 1;
    // Those who ask in the same turn of the loop are read together from the start.
    await Promise.resolve();
    while (wishes.length > 0) {
      const batch = wishes.splice(0, topicsMax);
      try {
        const states = await readTopics(pool, [...new Set(batch.map(({ topic }) => topic))]);
        for (const { topic, resolve } of batch) resolve(states.get(topic));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running -= 1;
  }

  return (topic) =>
    new Promise((resolve, reject) => {
      wishes.push({ topic, resolve, reject });
      if (running < lanes) void run();
    });
}
