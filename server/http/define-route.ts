import type { Request } from 'express';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Caller } from './caller.js';

/** What a route's handler gets: everything already checked. For writes `db` is the transaction the answer belongs to. */
export interface Call<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  db: Knex;
  request: Request;
  /** What was sent as the whole body, on routes that take an upload. */
  file?: UploadedFile;
  /** Nobody, on routes that are public or guarded by themselves. */
  caller: Caller;
}

/** One file as it came; `type` is one of those the route takes, and what the sender says. */
export interface UploadedFile {
  type: string;
  bytes: Buffer;
}

/** What a handler answers; the status is the one the route declares. */
export interface Answer {
  body?: unknown;
  headers?: Record<string, string>;
  /** Only where it differs from the declared one (`/readyz`). */
  status?: number;
  /** Done once what was written is on disk; not for an answer that is only given again. */
  afterwards?(): void;
}

/** What a route looks like from outside. */
export interface RouteDescription {
  method: 'get' | 'post' | 'put' | 'delete';
  /** As in OpenAPI: `/v1/sessions/{id}`. */
  path: string;
  summary: string;
  /** What programs call it, where the name made of method and path would read badly (operation-id.ts). */
  operationId?: string;
  params?: z.ZodObject | undefined;
  query?: z.ZodObject | undefined;
  headers?: z.ZodObject | undefined;
  body?: z.ZodType | undefined;
  /** Takes one file as its whole body instead of JSON. */
  upload?: { types: readonly string[]; bytesMax: number } | undefined;
  answer: { status: number; description: string; schema?: z.ZodType; contentType?: string };
}

export interface Route extends RouteDescription {
  /** Throws what can be refused without the database; so nobody who is refused here makes a transaction begin. */
  admit?(call: Omit<Call<never, never, never>, 'db'>): void | Promise<void>;
  handle(call: Call<never, never, never>): Promise<Answer>;
}

type Typed<T extends z.ZodType | undefined> = T extends z.ZodType ? z.infer<T> : undefined;

/** Declares a route. The schemas check what comes in and describe it in `/openapi.json`: one truth for both. */
export function defineRoute<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  route: Omit<Route, 'admit' | 'handle' | 'params' | 'query' | 'body'> & {
    params?: Params;
    query?: Query;
    body?: Body;
    admit?(call: Omit<Call<Typed<Params>, Typed<Query>, Typed<Body>>, 'db'>): void | Promise<void>;
    handle(call: Call<Typed<Params>, Typed<Query>, Typed<Body>>): Promise<Answer>;
  },
): Route {
  return route as Route;
}

/** The name a route has in the table of {@link whoMayCall}. */
export const nameOf = (route: Pick<RouteDescription, 'method' | 'path'>) =>
  `${route.method.toUpperCase()} ${route.path}`;
