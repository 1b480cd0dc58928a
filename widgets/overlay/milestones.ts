import { compareDecimals, fractionOf } from '../money/decimal.js';
import type { Snapshot } from '../feed/wire.js';
import { totalsToShow } from '../views/session-shown.js';
import type { Milestone } from '../views/overlay/overlay-shown.js';

const goalLevels = ['100', '75', '50', '25'];

/** The highest level that each currency of a snapshot has reached. */
export function levelsOf(snapshot: Snapshot): Milestone[] {
  const { goal } = snapshot;
  return totalsToShow(snapshot).flatMap(({ currency, given }): Milestone[] => {
    if (goal?.currency !== currency) return sumLevel(given).map((level) => ({ kind: 'sum', currency, level }));
    // Cut to four digits, so 99.999 % is not 100.
    const part = fractionOf(given, goal.amount);
    const level = goalLevels.find((percent) => compareDecimals(part, partOf(percent)) >= 0);
    return level === undefined ? [] : [{ kind: 'goal', currency, level }];
  });
}

const partOf = (percent: string) => (percent === '100' ? '1' : `0.${percent}`);

/** 1,000, 5,000, 10,000, 50,000 …: the greatest that is reached, or none. */
function sumLevel(given: string): string[] {
  let reached: string[] = [];
  for (let zeros = 3; zeros <= 12; zeros += 1)
    for (const first of ['1', '5']) {
      const level = first + '0'.repeat(zeros);
      if (compareDecimals(given, level) < 0) return reached;
      reached = [level];
    }
  return reached;
}

/** Where it is written down what was celebrated, so that a reload does not celebrate it again. */
export interface Notebook {
  read(): Record<string, string>;
  write(levels: Record<string, string>): void;
}

/**
 * Says once when a total reaches a level: not what stood when the screen opened, not again after a fall and a rise, and of
 * several levels passed at once only the highest.
 */
export class Milestones {
  #highest: Record<string, string>;
  #first = true;

  constructor(private readonly notebook: Notebook) {
    this.#highest = notebook.read();
  }

  /** The levels that are new with this snapshot. */
  take(snapshot: Snapshot): Milestone[] {
    const higher = levelsOf(snapshot).filter((milestone) => {
      const before = this.#highest[nameOf(milestone)];
      return before === undefined || compareDecimals(milestone.level, before) > 0;
    });
    const opening = this.#first;
    this.#first = false;
    if (higher.length === 0) return [];
    for (const milestone of higher) this.#highest[nameOf(milestone)] = milestone.level;
    this.notebook.write(this.#highest);
    return opening ? [] : higher;
  }
}

const nameOf = ({ kind, currency }: Milestone) => `${kind} ${currency}`;

/** A notebook in the browser's own store; without one (private windows) it is kept in memory. */
export function notebookOf(sessionId: string): Notebook {
  const name = `kindcast milestones ${sessionId}`;
  return {
    read() {
      try {
        return readLevels(JSON.parse(localStorage.getItem(name) ?? '{}'));
      } catch {
        return {};
      }
    },
    write(levels) {
      try {
        localStorage.setItem(name, JSON.stringify(levels));
      } catch {
        // Full or forbidden.
      }
    },
  };
}

/** Whatever somebody else may have written there must not stop the overlay. */
function readLevels(found: unknown): Record<string, string> {
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => /^\d{1,20}$/.test(String(entry[1]))),
  );
}
