import { createHmac, timingSafeEqual } from 'node:crypto';
import { verifyJWT } from 'better-auth/crypto';
import type { Request } from 'express';
import type pg from 'pg';
import { newSecret } from '../../database/new-id.js';
import { cookiesIn } from './session-cookie.js';

/** How long the link that confirms an address is good; the browser that signed up is known again as long. */
export const confirmSeconds = 24 * 60 * 60;

/** As long as better-auth's own letters for a new password. */
const passwordMs = 60 * 60 * 1000;

export interface OwnBrowserNeeds {
  pool: pg.Pool;
  secret: string;
  publicUrl: string;
  /** Keeps what better-auth finds again when the new password comes. */
  keep(proof: { identifier: string; value: string; expiresAt: Date }): Promise<unknown>;
}

/**
 * Knows the browser that signed somebody up. Whoever opens the link of a letter has the mailbox; whoever signed up chose
 * the password. They may be two: then following the link would leave somebody else with the password of the mailbox's
 * owner, or sign a browser in to a stranger's account. So a link followed in any other browser leads to choosing a password.
 */
export class OwnBrowser {
  readonly #cookie: string;

  constructor(private readonly needs: OwnBrowserNeeds) {
    this.#cookie = `${needs.publicUrl.startsWith('https:') ? '__Secure-' : ''}kindcast.sign_up`;
  }

  /** For the answer to a sign-up. It is set whether an account was made or not, and fits only one that was. */
  cookieOf(personId: string): string {
    const secure = this.needs.publicUrl.startsWith('https:') ? '; Secure' : '';
    return `${this.#cookie}=${this.#mark(personId)}; Max-Age=${confirmSeconds}; Path=/auth; HttpOnly; SameSite=Lax${secure}`;
  }

  /** Where the link leads instead, when it would confirm an address here that was signed up elsewhere. */
  async passwordPage(request: Request, token: string, then: string | undefined): Promise<string | undefined> {
    const person = await this.#unconfirmed(token);
    if (person === undefined) return undefined;
    const given = Buffer.from(cookiesIn(request.headers.cookie ?? '').get(this.#cookie) ?? '');
    const known = Buffer.from(this.#mark(person));
    if (given.length === known.length && timingSafeEqual(given, known)) return undefined;
    const proof = newSecret();
    const expiresAt = new Date(Date.now() + passwordMs);
    await this.needs.keep({ identifier: `reset-password:${proof}`, value: person, expiresAt });
    const to = then === undefined || then === '/console' ? '' : `&to=${encodeURIComponent(then)}`;
    return `/console/reset-password/${proof}?elsewhere=yes${to}`;
  }

  /** Whose address the link would confirm; undefined when it is good for nothing, or that was done. */
  async #unconfirmed(token: string): Promise<string | undefined> {
    const payload: { email?: unknown } | null = await verifyJWT(token, this.needs.secret);
    if (typeof payload?.email !== 'string') return undefined;
    const { rows } = await this.needs.pool.query<{ id: string }>(
      'SELECT id FROM people WHERE email = $1 AND NOT email_verified',
      [payload.email],
    );
    return rows[0]?.id;
  }

  #mark(personId: string): string {
    return createHmac('sha256', this.needs.secret).update(`signed up ${personId}`).digest('hex');
  }
}
