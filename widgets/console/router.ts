/** Where the console begins; everything of it lies below. */
export const ROOT = '/console';

/** Told on `window` whenever the address changed by {@link goTo}. The back button tells `popstate`. */
export const MOVED = 'kindcast-moved';

/** The parts of an address below /console: `/console/a/b%20c/` is `['a', 'b c']`. */
export function partsOf(pathname: string): string[] {
  const below = pathname.startsWith(ROOT) ? pathname.slice(ROOT.length) : pathname;
  return below
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
}

/** A percent sign that stands for nothing is left as it is: a page says better than an exception that there is nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * What the `:names` of a pattern stand for in an address, undefined when it does not fit: `items/:productId` fits
 * `['items', '42']`.
 */
export function fit(pattern: string, parts: readonly string[]): Record<string, string> | undefined {
  const wanted = pattern.split('/').filter((part) => part !== '');
  if (wanted.length !== parts.length) return undefined;
  const named: Record<string, string> = {};
  for (const [place, want] of wanted.entries()) {
    const part = parts[place]!;
    if (want.startsWith(':')) named[want.slice(1)] = part;
    else if (want !== part) return undefined;
  }
  return named;
}

/** The first of the routes that fits, with its parameters. A word stands before a `:name` when it is listed before it. */
export function findRoute<R extends { path: string }>(
  routes: readonly R[],
  parts: readonly string[],
): { route: R; params: Record<string, string> } | undefined {
  for (const route of routes) {
    const params = fit(route.path, parts);
    if (params) return { route, params };
  }
  return undefined;
}

/** An address below /console from its parts, each escaped. */
export const pathTo = (...parts: readonly string[]): string =>
  [ROOT, ...parts.flatMap((part) => part.split('/').filter(Boolean)).map(encodeURIComponent)].join('/');

/** Opens an address of the console. `replace` leaves no way back, for addresses that only led on. */
export function goTo(address: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  window.dispatchEvent(new Event(MOVED));
}

/** The link that a click means to follow inside the console, undefined when it is the browser's business. */
export function followed(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.composedPath().find((each): each is HTMLAnchorElement => each instanceof HTMLAnchorElement);
  if (!link?.href || link.target || link.hasAttribute('download')) return undefined;
  const to = new URL(link.href);
  const inside = to.pathname === ROOT || to.pathname.startsWith(`${ROOT}/`);
  // A jump within the page is the browser's.
  const jump = to.hash !== '' && to.pathname === location.pathname && to.search === location.search;
  return to.origin === location.origin && inside && !jump ? to.pathname + to.search + to.hash : undefined;
}
