import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 30_000;

/** Asks again and again until the answer is truthy; fails with what it waited for. An error counts as "not yet". */
export async function until<T>(ask: () => T | Promise<T>, what: string, limitMs = patienceMs): Promise<NonNullable<T>> {
  let last: unknown;
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(20)) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`Waited ${limitMs} ms in vain until ${what}.`, { cause: last });
}
