import type { Scope } from '../../../server/http/access.js';
import type { Asked, Sample } from './samples.js';
import type { Credentials } from './credentials.js';
import type { Side } from './world.js';

/** A guarded operation, as the served `/openapi.json` tells of it. */
export interface Operation {
  name: string;
  method: string;
  path: string;
  /** Who is let in: by name of the security scheme. */
  forKeys?: Scope;
  role?: string;
  forOperatorKey: boolean;
}

export interface Described {
  paths: Record<string, Record<string, { operationId: string; security?: Record<string, string[]>[] }>>;
}

/** The names of the API's operations that ask for none. */
export const openOperations = ({ paths }: Described): string[] =>
  Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([, methods]) => Object.values(methods))
    .filter(({ security }) => security === undefined || security.length === 0)
    .map(({ operationId }) => operationId)
    .sort();

/** Every operation that asks for credentials. */
export function guardedOperations(description: Described): Operation[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId, security }]) => {
      if (security === undefined || security.length === 0) return [];
      const schemes: Record<string, string[]> = Object.assign({}, ...security);
      return {
        name: operationId,
        method: method.toUpperCase(),
        path,
        ...(schemes.apiKey && { forKeys: schemes.apiKey[0] as Scope }),
        ...(schemes.signedIn?.[0] !== undefined && { role: schemes.signedIn[0] }),
        forOperatorKey: schemes.operatorKey !== undefined,
      };
    }),
  );
}

/** What takes something away comes after those who look for it; all sessions but one's own last. */
const late = ['end', 'remove', 'passkeyDelete', 'removeMeSessions'];
const lateness = (name: string) => late.findLastIndex((begins) => name.startsWith(begins));

export const lateLast = <T extends { operation: Pick<Operation, 'name'> }>(asked: readonly T[]): T[] =>
  asked.toSorted((one, two) => lateness(one.operation.name) - lateness(two.operation.name));

export interface Heard {
  status: number;
  text: string;
}

/** Asks as whoever has the credentials would: a program with its key, or a page of ours with the cookie. */
export async function ask(
  url: string,
  operation: Operation,
  asked: Asked,
  credentials: Credentials | undefined,
): Promise<Heard> {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = asked.path?.[name];
    if (value === undefined) throw new Error(`The sample of ${operation.name} does not say {${name}}.`);
    return encodeURIComponent(value);
  });
  const query = asked.query ? `?${new URLSearchParams(asked.query).toString()}` : '';
  const body = asked.file
    ? new Uint8Array(asked.file)
    : asked.body === undefined
      ? undefined
      : JSON.stringify(asked.body);
  const response = await fetch(url + path + query, {
    method: operation.method,
    headers: {
      ...(credentials && 'key' in credentials && { authorization: `Bearer ${credentials.key}` }),
      ...(credentials && 'cookie' in credentials && { cookie: credentials.cookie, origin: credentials.origin ?? url }),
      ...(body !== undefined && { 'content-type': asked.file ? 'application/pdf' : 'application/json' }),
    },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, text: await response.text() };
}

/** What the intruder asks with one thing of his own replaced by another's, and which. */
export interface Swapped {
  place: string;
  asked: Asked;
}

/**
 * The ways in which somebody can ask for his own and name, in one place of path, query or body, what is another's. Places
 * where others may be named are left out.
 */
export function swaps(sample: Sample, own: Side, others: Side): Swapped[] {
  const theirs = new Map(leaves(sample.ask(others)));
  return leaves(sample.ask(own)).flatMap(([place]) => {
    const value = theirs.get(place);
    if (value === undefined || !others.secrets.includes(value) || sample.open?.includes(place)) return [];
    return [{ place, asked: replaced(sample.ask(own), place.split('.'), value) as Asked }];
  });
}

/** The texts that stand in what is asked, each with its place: `body.shopIds.0`. */
export function leaves(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, place === '' ? key : `${place}.${key}`));
}

function replaced(value: unknown, [key, ...rest]: string[], by: string): unknown {
  if (key === undefined) return by;
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  copy[key] = replaced(copy[key], rest, by);
  return Array.isArray(value) ? Object.values(copy) : copy;
}
