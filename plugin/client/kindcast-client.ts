import createClient, { type FetchResponse, type MaybeOptionalInit, type Middleware } from 'openapi-fetch';
import type {
  HttpMethod,
  MediaType,
  OperationRequestBodyContent,
  PathsWithMethod,
  RequiredKeysOf,
} from 'openapi-typescript-helpers';
import type { paths } from './api-types.js';
import { problemOf, unreachable } from './kindcast-problem.js';

export type * from './api-types.js';
export { KindcastProblem, type FieldError } from './kindcast-problem.js';

export interface ClientSettings {
  /** Where the server is, such as `https://give.example.com`; in a page of its own, nothing. */
  baseUrl?: string;
  /** An API key or the operator key. Without one, a browser's session cookie speaks for whoever is signed in. */
  key?: string;
  /** In place of the global one. */
  fetch?: (request: Request) => Promise<Response>;
}

type Init<Path extends keyof paths, Method extends HttpMethod> = MaybeOptionalInit<
  paths[Path],
  Method & keyof paths[Path]
>;
type OnlyIfNeeded<Given> = RequiredKeysOf<Given> extends never ? [init?: Given] : [init: Given];

/** What a call that went well answers. */
export type Answered<Path extends keyof paths, Method extends HttpMethod> = Exclude<
  FetchResponse<paths[Path][Method & keyof paths[Path]] & Record<string, unknown>, unknown, MediaType>['data'],
  undefined
>;

/** What a call is told. */
export type BodyOf<Path extends keyof paths, Method extends HttpMethod> = Exclude<
  OperationRequestBodyContent<paths[Path][Method & keyof paths[Path]]>,
  undefined
>;

/** One thing of a list. */
export type ItemOf<Path extends PathsWithMethod<paths, 'get'>> =
  Answered<Path, 'get'> extends { items: (infer Item)[] } ? Item : never;

/** Addresses that answer in pages. */
export type ListPath = {
  [Path in PathsWithMethod<paths, 'get'>]: ItemOf<Path> extends never ? never : Path;
}[PathsWithMethod<paths, 'get'>];

type Caller<Method extends HttpMethod> = <Path extends PathsWithMethod<paths, Method>>(
  path: Path,
  ...init: OnlyIfNeeded<Init<Path, Method>>
) => Promise<Answered<Path, Method>>;

/** The API of a Kindcast server: every call answers what the description says, or throws a `KindcastProblem`. */
export interface KindcastClient {
  get: Caller<'get'>;
  post: Caller<'post'>;
  put: Caller<'put'>;
  patch: Caller<'patch'>;
  delete: Caller<'delete'>;
  /** Every item of a list, page by page as they are asked for; leaving the loop asks for no more. */
  each<Path extends ListPath>(path: Path, ...init: OnlyIfNeeded<Init<Path, 'get'>>): AsyncGenerator<ItemOf<Path>>;
}

export function kindcastClient({ baseUrl = '', key, fetch }: ClientSettings = {}): KindcastClient {
  const client = createClient<paths>({
    baseUrl,
    ...(fetch && { fetch }),
    ...(key !== undefined && { headers: { Authorization: `Bearer ${key}` }, credentials: 'omit' as const }),
  });
  client.use(throwProblems);
  // The method's name and its types are the same thing twice; the compiler only sees the types.
  const call = (method: Uppercase<HttpMethod>) =>
    (async (path: string, init?: object) => (await (client[method] as Untyped)(path, init ?? {})).data) as never;
  const get: Untyped<Page> = call('GET');
  return {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: call('DELETE'),
    async *each(path: string, init: PagedInit = {}) {
      let cursor: string | undefined;
      do {
        const query = { ...init.params?.query, ...(cursor !== undefined && { cursor }) };
        const page = await get(path, { ...init, params: { ...init.params, query } });
        yield* page.items as never[];
        cursor = page.nextCursor;
      } while (cursor !== undefined);
    },
  };
}

type Untyped<Answer = { data: unknown }> = (path: string, init: object) => Promise<Answer>;
interface Page {
  items: unknown[];
  nextCursor?: string;
}
interface PagedInit {
  params?: { query?: object };
}

/**
 * Makes one write of however many tries: `post('/v1/shops', { body, headers: once(key) })` with the same key and body
 * does it once and answers the same. Without a key a new one is made; keep it for the next try.
 */
export function once(key: string = newKey()): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

/** Not randomUUID, which pages on plain http do not have. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
  onError({ error }) {
    // Whoever gave up himself knows why.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    return unreachable(error);
  },
};
