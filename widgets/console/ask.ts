import { kindcastClient, KindcastProblem } from '../../plugin/client/kindcast-client.js';
import { problemOf, unreachable } from '../../plugin/client/kindcast-problem.js';

export { KindcastProblem };

/** The API as its description has it; the session's cookie speaks for whoever is signed in. Refusals are thrown. */
export const api = kindcastClient();

export interface AskOptions {
  /** `{names}` of the path. */
  path?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
}

/**
 * Asks an address whose answer's type the caller knows, such as those of signing in.
 *
 * @throws KindcastProblem when it is refused or the server cannot be reached
 */
export async function answered<T>(method: string, path: string, options: AskOptions = {}): Promise<T> {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(options.path?.[name] ?? ''));
  const query = Object.entries(options.query ?? {}).filter((entry): entry is [string, string] => !!entry[1]);
  const search = new URLSearchParams(query).toString();
  const response = await fetch(address + (search && `?${search}`), {
    method,
    headers: { accept: 'application/json', ...(options.body !== undefined && { 'content-type': 'application/json' }) },
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  }).catch((error: unknown) => {
    throw unreachable(error);
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
