import { setTimeout as sleep } from 'node:timers/promises';
import { troubleOf } from './database-errors.js';

/** Times a transaction is run before its trouble is told to the caller. */
const triesMax = 4;

/**
 * Runs a transaction, and again when another one was in its way (40001, 40P01 and their like), a bounded number of
 * times. The work must do everything it does in that transaction, which was rolled back when it is run again.
 */
export async function againWhenInTheWay<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (troubleOf(error) !== 'try-again' || tries === triesMax) throw error;
      // A random wait lets two that want the same rows fall out of step.
      await sleep(Math.random() * 10 * tries);
    }
  }
}
