import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../../http/problem.js';

const minute = 60;
const hour = 60 * minute;

/** Wrong guesses that cost nothing; each one after them closes the account for twice as long as the one before. */
const freeGuesses = 5;
const longestLockSeconds = hour;

/** How often one address, or one mailbox, may ask; and in how many seconds. */
const asked = {
  'sign-in': { points: 100, duration: 10 * minute },
  'sign-up': { points: 20, duration: hour },
  'letter-from': { points: 20, duration: hour },
  'letter-to': { points: 5, duration: hour },
  invitation: { points: 100, duration: 24 * hour },
} as const;

export type Asked = keyof typeof asked;

/** In clear the table would say whose account was attacked, from where. */
const keyOf = (name: string) => createHash('sha256').update(name.toLowerCase()).digest('base64url');

/** Limits that hold over all processes, because they stand in the database. None of them knows whether an account exists. */
export class SignInLimits {
  readonly #asked: Record<Asked, RateLimiterPostgres>;
  readonly #guesses: RateLimiterPostgres;
  readonly #lock: RateLimiterPostgres;
  readonly #once: RateLimiterPostgres;

  constructor(pool: pg.Pool) {
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'sign_in_limits',
        tableCreated: true,
        keyPrefix,
        points,
        duration,
      });
    this.#asked = Object.fromEntries(
      Object.entries(asked).map(([kind, { points, duration }]) => [kind, limiter(kind, points, duration)]),
    ) as Record<Asked, RateLimiterPostgres>;
    this.#guesses = limiter('guesses', 1_000_000, 24 * hour);
    this.#lock = limiter('lock', 1, minute);
    this.#once = limiter('once', 1, 5 * minute);
  }

  /**
   * Counts one request.
   *
   * @throws {Problem} `too-many-tries` when there were too many
   */
  async ask(kind: Asked, by: string | undefined): Promise<void> {
    if (by === undefined) return;
    await passOrTell(this.#asked[kind].consume(keyOf(by)));
  }

  /**
   * Counts one guess at a secret of somebody, before it is looked at: so however many guess at once, no more than the free
   * ones and one for each lock that has passed are looked at.
   *
   * @throws {Problem} `too-many-tries` while it is locked
   */
  async guess(whose: string): Promise<void> {
    const key = keyOf(whose);
    const before = (await this.#guesses.get(key))?.consumedPoints ?? 0;
    if (before >= freeGuesses) await this.#passLock(key, before);
    const { consumedPoints } = await this.#guesses.consume(key);
    if (before < freeGuesses && consumedPoints > freeGuesses) await this.#passLock(key, consumedPoints - 1);
  }

  /** The guess was right, or somebody has proved otherwise that it is he. */
  async proved(whose: string): Promise<void> {
    const key = keyOf(whose);
    await Promise.all([this.#guesses.delete(key), this.#lock.delete(key)]);
  }

  /** Whether this is the first time in five minutes; a code that was seen is worth nothing to whoever saw it. */
  async firstTime(name: string): Promise<boolean> {
    try {
      await this.#once.consume(keyOf(name));
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  }

  #passLock(key: string, guesses: number): Promise<void> {
    const seconds = Math.min(minute * 2 ** (guesses - freeGuesses), longestLockSeconds);
    return passOrTell(this.#lock.consume(key, 1, { customDuration: seconds }));
  }
}

async function passOrTell(consumed: Promise<RateLimiterRes>): Promise<void> {
  try {
    await consumed;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    const wait = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
    throw new Problem('too-many-tries', `That was tried too often; wait ${wait} and try again.`, {
      retryAfterSeconds: seconds,
      code: 'TOO_MANY_TRIES',
    });
  }
}
