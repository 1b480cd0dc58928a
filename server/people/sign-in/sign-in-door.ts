import type { Express, Request, Response } from 'express';
import { whoMayCall, isGuarded, type Guarded } from '../../http/access.js';
import type { BodiesInHand } from '../../http/bodies-in-hand.js';
import { actorOf } from '../../http/act-as.js';
import { callerAddress, countedAddress } from '../../http/caller-address.js';
import { linkHolder, type Caller } from '../../http/caller.js';
import { checkInput } from '../../http/check-input.js';
import { nameOf } from '../../http/define-route.js';
import { assertJson } from '../../http/mount-routes.js';
import { Problem } from '../../http/problem.js';
import { receiveJson } from '../../http/receive-json.js';
import { assertOwnPage } from '../../http/same-origin.js';
import type { Post } from '../mail/post.js';
import { actingAs } from './acting-pool.js';
import type { OwnBrowser } from './own-browser.js';
import type { Sessions } from './sessions.js';
import { signInAddresses, type SignInAddress } from './sign-in-addresses.js';
import { refusalOf } from './sign-in-answers.js';
import type { SignInLimits } from './sign-in-limits.js';
import { addressHeader, type SignIn } from './sign-in-options.js';

export interface SignInDoor {
  signIn: SignIn;
  sessions: Sessions;
  ownBrowser: OwnBrowser;
  limits: SignInLimits;
  post: Post;
  bodies: BodiesInHand;
  publicUrl: string;
  proxies: number;
  authorise(request: Request, access: Exclude<Guarded, 'public'>): Promise<Caller>;
}

/**
 * The only way to better-auth: addresses that are listed, asked by our own pages, with the fields that are listed, not too
 * often. Whatever it refuses is told in our own form.
 */
export function mountSignIn(app: Express, door: SignInDoor): void {
  for (const address of signInAddresses)
    app[address.method](address.path, async (request, response) => {
      response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
      const access = whoMayCall[nameOf(address)];
      if (isGuarded(access)) await door.authorise(request, access);
      if (address.freshCode) await door.sessions.assertSecondFactor(request);
      if (address.method === 'post') {
        // Signing a stranger's browser in would be an attack, too; so every page but ours is refused.
        assertOwnPage(request, door.publicUrl);
        assertJson(request);
      }
      const given = address.method === 'post' ? await receiveJson(door.bodies, request, response) : undefined;
      const body = address.body && checkInput(address.body, given ?? {}, 'body');
      if (address.query) checkInput(address.query, request.query, 'query');
      if (address.path === '/auth/verify-email') {
        const { token, callbackURL } = request.query as { token: string; callbackURL?: string };
        const page = await door.ownBrowser.passwordPage(request, token, callbackURL);
        if (page) return void response.redirect(302, pageOf(door.publicUrl, page));
      }
      const proved = await countBefore(address, body ?? {}, request, door);
      const actor = await actorAt(request, body ?? {}, door);
      const answer = await actingAs(actor, () => door.signIn.handler(asked(address, request, body, door)));
      await pass(address, answer, response, door, proved);
    });
}

/** Who changes something about himself, for the audit trail: by his session, or as he says before there is one. */
async function actorAt(request: Request, { email }: Record<string, unknown>, { sessions, proxies }: SignInDoor) {
  const session = await sessions.find(request);
  const who = session
    ? ({ kind: 'person', id: session.personId, name: session.email } as const)
    : ({ ...linkHolder, ...(typeof email === 'string' && { name: `somebody signing in as ${email}` }) } as const);
  return actorOf(who, request, proxies);
}

/** Counts what may not be tried without end; gives what to do when it went well. */
async function countBefore(
  { asks, guesses, writes }: SignInAddress,
  body: Record<string, unknown>,
  request: Request,
  { limits, post, sessions, proxies }: SignInDoor,
): Promise<(answered: unknown) => Promise<void>> {
  if (asks) await limits.ask(asks, countedAddress(request, proxies));
  const email = String(body.email);
  if (writes) {
    if (!post.works)
      throw new Problem(
        'forbidden',
        'This installation sends no letters yet, so nobody can confirm an address; its operator has to set KINDCAST_SMTP_URL.',
        { code: 'NO_MAIL' },
      );
    await limits.ask('letter-to', email);
  }
  if (guesses === undefined) return async () => undefined;
  const session = await sessions.find(request);
  // Without a session the code belongs to a sign-in, where better-auth counts: five for each, ten in a row for the account.
  if (guesses === 'own code' && !session) return async () => undefined;
  const whose =
    guesses === 'own code' ? `code ${session!.personId}` : guesses === 'own password' ? session!.email : email;
  await limits.guess(whose);
  return async (answered) => {
    await limits.proved(whose);
    if (guesses !== 'own code') return;
    const { user } = answered as { user?: { id?: string } };
    if (user?.id !== session!.personId) throw new Error('a code was looked at for somebody else than its session says');
    await sessions.passSecondFactor(session!.id, String(body.code));
  };
}

function asked(
  address: SignInAddress,
  request: Request,
  body: unknown,
  { proxies, sessions }: SignInDoor,
): globalThis.Request {
  const { nearest, told } = callerAddress(request, proxies);
  const headers = new Headers({ [addressHeader]: told ?? nearest ?? '' });
  for (const name of ['cookie', 'origin', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, name === 'cookie' ? sessions.cookies(value) : value);
  }
  if (body !== undefined) headers.set('content-type', 'application/json');
  const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  return new globalThis.Request(`http://localhost${address.path}${query}`, {
    method: address.method.toUpperCase(),
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function pass(
  address: SignInAddress,
  answer: globalThis.Response,
  response: Response,
  { publicUrl, ownBrowser }: SignInDoor,
  proved: (answered: unknown) => Promise<void>,
): Promise<void> {
  const text = await answer.text();
  const body: unknown = /json/.test(answer.headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : {};
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
  if (answer.status >= 400) throw refusalOf(answer.status, body);
  await proved(body);
  if (address.path === '/auth/sign-up/email')
    response.append('Set-Cookie', ownBrowser.cookieOf((body as { user: { id: string } }).user.id));
  if (answer.status >= 300) {
    // Only ever to a page of ours; the letter's link says which.
    const to = new URL(answer.headers.get('location') ?? '/console', publicUrl);
    const path = /^\/console(\/|$)/.test(to.pathname) ? to.pathname : '/console';
    return void response.redirect(302, pageOf(publicUrl, `${path}${to.search}`));
  }
  response.status(200).json(shown(address.path, body));
}

/** A page of the console, also where this server lies below a path of its host. */
const pageOf = (publicUrl: string, page: string) => `${new URL(publicUrl).pathname.replace(/\/$/, '')}${page}`;

function shown(path: string, body: unknown): unknown {
  // Whether there was an account is for the mailbox to know.
  if (path === '/auth/sign-up/email') return { status: true };
  // The library says `preferred`; but a passkey that was not unlocked is refused in the end (sign-in-options.ts).
  if (path === '/auth/passkey/generate-authenticate-options')
    return { ...(body as object), userVerification: 'required' };
  return withoutTokens(body);
}

/** The cookie is all that signs in; scripts need no tokens. */
function withoutTokens(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutTokens);
  if (typeof body !== 'object' || body === null) return body;
  const { token: _token, session: _session, ...rest } = body as Record<string, unknown>;
  return rest;
}
