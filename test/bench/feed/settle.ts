import { isDeepStrictEqual } from 'node:util';
import { sleep } from './changing/changing.js';
import type { Ask } from './ask.js';
import type { CrowdQuestions, Seen } from './watchers/main.js';

/** How a crowd stands when nothing changes any more. */
export interface Settled {
  /** Watchers that have not heard their topic's last state, heard another, heard something twice, or were cut off. */
  wrong: number;
  /** Of those who look closely, since they were last asked. */
  updates: Seen['updates'][];
}

export interface SettleNeeds {
  ask: Ask<CrowdQuestions>;
  /** What each watcher watches: the watcher's place, modulo their number, is the topic's. */
  topics: readonly string[];
  /** What stopping the changes gave. */
  ends: Map<string, number>;
  /** The state that everyone may read, where there is one: those who look closely must have heard that very state. */
  read?: (topic: string) => Promise<{ seq: number }>;
}

/** A slow watcher may take so long to hear the last. */
const patienceSeconds = 10;

/** Waits until the last change has arrived everywhere, and counts where it has not. */
export async function settle({ ask, topics, ends, read }: SettleNeeds): Promise<Settled> {
  const expected = (watcher: number) => ends.get(topics[watcher % topics.length]!);
  const updates: Seen['updates'][] = [];
  for (let waited = 0; ; waited += 0.2) {
    const { seqs, closely } = await ask('look', null);
    closely.forEach((seen, at) => (updates[at] = [...(updates[at] ?? []), ...seen.updates]));
    const behind = seqs.filter((seq, watcher) => seq !== expected(watcher)).length;
    if (behind > 0 && waited < patienceSeconds) {
      await sleep(0.2);
      continue;
    }
    const { lost, notGrowing } = await ask('tell', null);
    const different = read ? await countDifferent(closely, topics, read) : 0;
    return { wrong: Math.max(behind, different) + lost + notGrowing, updates };
  }
}

async function countDifferent(
  closely: readonly Seen[],
  topics: readonly string[],
  read: (topic: string) => Promise<unknown>,
): Promise<number> {
  let different = 0;
  for (const { watcher, last } of closely) {
    const state = await read(topics[watcher % topics.length]!);
    const heard = last === undefined ? undefined : (JSON.parse(last.slice(last.indexOf('['))) as unknown[])[1];
    if (!isDeepStrictEqual(heard, state)) different += 1;
  }
  return different;
}
