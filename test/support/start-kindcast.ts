import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { buildApp, type AppNeeds } from '../../server/app.js';
import { readSettings, type Settings } from '../../server/config.js';
import { openDatabase, type Database } from '../../server/database/database.js';
import { findOperatorKey } from '../../server/people/operator-key.js';
import { sealWith } from '../../server/secrets/seal.js';
import { copyDatabase, type TestDatabase } from './one-database-server.js';

export const operatorKey = 'test-operator-key';

export interface Kindcast {
  url: string;
  database: Database;
  testDatabase: TestDatabase;
  /** Calls the API as the operator and returns the parsed answer; throws when the status is another than expected. */
  call<T = Answer>(method: string, path: string, body?: unknown, expected?: number): Promise<T>;
  stop(): Promise<void>;
}

// What the API answers is asserted on field by field, so tests read it loosely.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = any;

/** The real app over real HTTP on a database of its own (or a given one, to be a second server on it). */
export async function startKindcast(
  options: {
    on?: TestDatabase;
    settings?: Partial<Settings>;
    log?: AppNeeds['log'];
  } & Pick<AppNeeds, 'demo' | 'people'> = {},
): Promise<Kindcast> {
  const testDatabase = options.on ?? (await copyDatabase());
  const database = openDatabase(testDatabase.address.roles, () => undefined);
  const settings: Settings = {
    ...readSettings({ PORT: '0', PUBLIC_URL: 'http://kindcast.test' }),
    shopifySecrets: ['app-secret', 'previous-app-secret'],
    ...options.settings,
  };
  const app = buildApp({
    settings,
    database,
    seal: sealWith('test-secret-key'),
    operatorKey: await findOperatorKey(database.pools.people, operatorKey),
    log: options.log ?? pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
    showOverlays: false,
    demo: options.demo,
    ...(options.people && { people: options.people }),
    recorderEntry: new URL('./recorder-thread.mjs', import.meta.url),
  });
  app.http.listen(settings.port, '127.0.0.1');
  await once(app.http, 'listening');
  const url = `http://127.0.0.1:${(app.http.address() as AddressInfo).port}`;
  return {
    url,
    database,
    testDatabase,
    call: (method, path, body, expected) => callApi(url, method, path, body, expected),
    async stop() {
      await app.stop('the test is over');
      await database.close();
      if (!options.on) await testDatabase.drop();
    },
  };
}

/** Calls an API as the operator. */
export async function callApi<T = Answer>(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  expected?: number,
): Promise<T> {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${operatorKey}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (expected === undefined ? !response.ok : response.status !== expected)
    throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}
