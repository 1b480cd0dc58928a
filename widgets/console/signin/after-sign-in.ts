import { ME_CHANGED } from '../me-changed.js';
import { goTo, pathTo, ROOT } from '../router.js';

/** Only ever a page of the console: an address that came with a link must not lead to a stranger's. */
export function wantedPage(query: URLSearchParams): string {
  const to = query.get('to') ?? '';
  return to === ROOT || to.startsWith(`${ROOT}/`) ? to : pathTo();
}

/** Somebody is somebody now: on to where he wanted to go. */
export function afterSignIn(to: string): void {
  history.replaceState(null, '', to);
  window.dispatchEvent(new Event(ME_CHANGED));
}

export const withTo = (page: string, query: URLSearchParams): string => {
  const to = query.get('to');
  return to ? `${pathTo(page)}?to=${encodeURIComponent(to)}` : pathTo(page);
};

export { goTo };
