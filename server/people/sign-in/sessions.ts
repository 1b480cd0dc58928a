import type { Request } from 'express';
import type pg from 'pg';
import { Problem } from '../../http/problem.js';
import type { Person } from '../find-caller.js';
import { plainCookies, readSessionToken, sessionCookieName } from './session-cookie.js';
import type { SignInLimits } from './sign-in-limits.js';

/** A session of somebody who is signed in. */
export interface Session {
  id: string;
  personId: string;
  email: string;
  secondFactorAt: Date | undefined;
}

/** How long a code that was given opens what operators may do. */
const secondFactorHours = 12;

/** How fresh it must be for what cannot be taken back, such as approving a payout. */
const freshMinutes = 15;

/**
 * The sessions of people, read by their cookies. Nothing is remembered between two requests: what was revoked is revoked
 * at once, in every process.
 */
export class Sessions {
  readonly #cookie: string;

  constructor(
    private readonly pool: pg.Pool,
    private readonly limits: SignInLimits,
    private readonly secret: string,
    publicUrl: string,
  ) {
    this.#cookie = sessionCookieName(publicUrl);
  }

  /** What better-auth is shown of a Cookie header: the very session that is found here, and its own cookies. */
  cookies(header: string): string {
    return plainCookies(header, this.#cookie, this.secret);
  }

  async find(request: Request): Promise<Session | undefined> {
    const token = readSessionToken(request.headers.cookie, this.#cookie, this.secret);
    if (token === undefined) return undefined;
    const { rows } = await this.pool.query<{ id: string; person_id: string; email: string; second_factor_at: Date }>(
      `SELECT s.id, s.person_id, p.email, s.second_factor_at FROM person_sessions s JOIN people p ON p.id = s.person_id
       WHERE s.token = $1 AND s.expires_at > now()`,
      [token],
    );
    const [row] = rows;
    return (
      row && {
        id: row.id,
        personId: row.person_id,
        email: row.email,
        secondFactorAt: row.second_factor_at ?? undefined,
      }
    );
  }

  /** Who is signed in, with what he may do; in one query. */
  async person(request: Request): Promise<Person | undefined> {
    const token = readSessionToken(request.headers.cookie, this.#cookie, this.secret);
    if (token === undefined) return undefined;
    const { rows } = await this.pool.query<
      Pick<Person, 'id' | 'email' | 'memberships' | 'operator'> & {
        second_factor: boolean;
        session: string;
        seen: Date;
      }
    >(
      `SELECT p.id, p.email, s.id AS session, s.updated_at AS seen,
         coalesce(s.second_factor_at > now() - make_interval(hours => ${secondFactorHours}), false) AS second_factor,
         EXISTS (SELECT FROM operators o WHERE o.person_id = p.id) AS operator,
         coalesce((SELECT json_agg(json_build_object('organisationId', o.id, 'kind', o.kind, 'role', m.role))
           FROM members m JOIN organisations o ON o.id = m.organisation_id WHERE m.person_id = p.id), '[]') AS memberships
       FROM person_sessions s JOIN people p ON p.id = s.person_id
       WHERE s.token = $1 AND s.expires_at > now() AND p.email_verified`,
      [token],
    );
    const [row] = rows;
    if (!row) return undefined;
    if (row.seen.getTime() < Date.now() - 60_000) this.#noteSeen(row.session);
    const { id, email, memberships, operator } = row;
    return { id, email, memberships, operator, secondFactor: row.second_factor };
  }

  /** Nobody waits for it, and nothing depends on it. */
  #noteSeen(session: string): void {
    this.pool
      .query(
        `UPDATE person_sessions SET updated_at = now() WHERE id = $1 AND updated_at < now() - interval '1 minute'`,
        [session],
      )
      .catch(() => undefined);
  }

  /** A right code was given in a session that goes on. */
  async passSecondFactor(session: string, code: string): Promise<void> {
    const { rows } = await this.pool.query<{ person_id: string }>(
      'SELECT person_id FROM person_sessions WHERE id = $1',
      [session],
    );
    // Setting the second factor up begins another session, which knows already.
    const [row] = rows;
    if (!row) return;
    if (!(await this.limits.firstTime(`code ${row.person_id} ${code}`)))
      throw new Problem('unauthorized', 'This code was used already; wait for the next one.', { code: 'CODE_USED' });
    await this.pool.query('UPDATE person_sessions SET second_factor_at = now() WHERE id = $1', [session]);
  }

  /**
   * For what cannot be taken back, such as approving a payout: whoever asks must have given a code just now.
   *
   * @throws {Problem} `forbidden` with the code `SECOND_FACTOR_NEEDED`: the console asks for one, sends it to
   *   `POST /auth/two-factor/verify-totp`, and asks again
   */
  async assertSecondFactor(request: Request): Promise<void> {
    const session = await this.find(request);
    const at = session?.secondFactorAt?.getTime() ?? 0;
    if (at < Date.now() - freshMinutes * 60_000)
      throw new Problem(
        'forbidden',
        'Give a code of your second factor first; it is good for a quarter of an hour. A key cannot do this.',
        { code: 'SECOND_FACTOR_NEEDED' },
      );
  }

  async list(
    personId: string,
  ): Promise<
    { id: string; created_at: Date; updated_at: Date; expires_at: Date; ip_address: string; user_agent: string }[]
  > {
    const { rows } = await this.pool.query(
      `SELECT id, created_at, updated_at, expires_at, ip_address, user_agent FROM person_sessions
       WHERE person_id = $1 AND expires_at > now() ORDER BY updated_at DESC LIMIT 200`,
      [personId],
    );
    return rows;
  }

  /** Ends one session of a person, or all but one; says how many ended. */
  async end(personId: string, which: { only: string } | { allBut: string }): Promise<number> {
    const { rowCount } = await this.pool.query(
      `DELETE FROM person_sessions WHERE person_id = $1 AND ${'only' in which ? 'id = $2' : 'id <> $2'}`,
      [personId, 'only' in which ? which.only : which.allBut],
    );
    return rowCount ?? 0;
  }
}
