import { answered } from './ask.js';
import { pathTo } from './router.js';

/** Ends the session, and forgets with a fresh page what this one had read. */
export async function signOut(): Promise<void> {
  await answered('POST', '/auth/sign-out', { body: {} }).catch(() => undefined);
  location.assign(pathTo('sign-in'));
}
