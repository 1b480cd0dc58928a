import type { Logger } from 'pino';

/** Where rooms tell of trouble; the fields never hold secrets, bodies or anything about a buyer. */
export type TroubleLog = Pick<CalmLog, 'warn' | 'error'>;

/** One line a second is as much as a person can read, and as much as a disk should bear while orders storm in. */
const pauseMs = 1_000;

type Level = 'warn' | 'error';

/**
 * A log of troubles that stays calm when everything goes wrong at once: at most one line a second. What is left out is
 * counted by its message, and told with the next line.
 */
export class CalmLog {
  #quietUntil = 0;
  #leftOut: Record<string, number> = {};
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly log: Logger) {}

  warn(fields: object, message: string): void {
    this.#tell('warn', fields, message);
  }

  error(fields: object, message: string): void {
    this.#tell('error', fields, message);
  }

  #tell(level: Level, fields: object, message: string): void {
    const now = Date.now();
    if (now < this.#quietUntil) {
      this.#leftOut[message] = (this.#leftOut[message] ?? 0) + 1;
      if (!this.#timer) this.#timer = setTimeout(() => this.#tellLeftOut(), this.#quietUntil - now).unref();
      return;
    }
    this.#quietUntil = now + pauseMs;
    this.log[level](fields, message);
  }

  #tellLeftOut(): void {
    this.#timer = undefined;
    const leftOut = this.#leftOut;
    this.#leftOut = {};
    this.#tell('warn', { leftOut }, 'more of the same in the last second');
  }
}
