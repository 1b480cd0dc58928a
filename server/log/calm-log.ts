import type { Logger } from 'pino';

/** Where rooms tell of trouble; the fields never hold secrets, bodies or anything about a buyer. */
export type TroubleLog = Pick<CalmLog, 'warn' | 'error'>;

/** One line a second of each level (on performance.now(), for a clock may be set back) is as much as a person can read, and as much as a disk should bear while orders storm in. */
const pauseMs = 1_000;

type Level = 'warn' | 'error';

/** How often a message was left out, and the first request it was about. */
interface LeftOut {
  count: number;
  requestId?: string;
}

/**
 * A log of troubles that stays calm when everything goes wrong at once: at most one line a second of each level, so that
 * warnings, however many, hide no error. What is left out is counted by its message, and told with the next line.
 */
export class CalmLog {
  readonly #warnings: CalmLevel;
  readonly #errors: CalmLevel;

  constructor(log: Logger) {
    this.#warnings = new CalmLevel(log, 'warn');
    this.#errors = new CalmLevel(log, 'error');
  }

  warn(fields: object, message: string): void {
    this.#warnings.tell(fields, message);
  }

  error(fields: object, message: string): void {
    this.#errors.tell(fields, message);
  }
}

class CalmLevel {
  #quietUntil = 0;
  #leftOut: Record<string, LeftOut> = {};
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly log: Logger,
    private readonly level: Level,
  ) {}

  tell(fields: object & { requestId?: string }, message: string): void {
    if (performance.now() >= this.#quietUntil && !this.#timer) return this.#write(fields, message);
    const { requestId } = fields;
    const known = (this.#leftOut[message] ??= { count: 0, ...(requestId !== undefined && { requestId }) });
    known.count += 1;
    if (!this.#timer) this.#timer = setTimeout(() => this.#tellLeftOut(), this.#quietUntil - performance.now()).unref();
  }

  #tellLeftOut(): void {
    this.#timer = undefined;
    const leftOut = this.#leftOut;
    this.#leftOut = {};
    this.#write({ leftOut }, 'more of the same in the last second');
  }

  #write(fields: object, message: string): void {
    this.#quietUntil = performance.now() + pauseMs;
    this.log[this.level](fields, message);
  }
}
