import { problemOf, unreachable } from '../../../plugin/client/kindcast-problem.js';

/** Asks an address below /auth/, whose answers better-auth describes and the caller therefore has to know. */
export const getAuth = <T>(path: string) => ask<T>(path, { method: 'GET' });

/** Tells an address below /auth/ something. */
export const postAuth = <T = unknown>(path: string, body: unknown = {}) =>
  ask<T>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** @throws KindcastProblem when it is refused or the server cannot be reached */
async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const headers = { accept: 'application/json', ...(init.headers as Record<string, string> | undefined) };
  const response = await fetch(`/auth/${path}`, { ...init, headers }).catch((error: unknown) => {
    throw unreachable(error);
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
