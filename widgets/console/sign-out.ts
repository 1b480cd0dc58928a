import { pathTo } from './router.js';
import { postAuth } from './signin/ask-auth.js';

/** Ends the session, and forgets with a fresh page what this one had read. */
export async function signOut(): Promise<void> {
  await postAuth('sign-out').catch(() => undefined);
  location.assign(pathTo('sign-in'));
}
