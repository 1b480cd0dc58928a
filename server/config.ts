import { isIP } from 'node:net';
import path from 'node:path';

/** What the environment sets; docs: the table "Running" of the contract and .env.example. */
export interface Settings {
  port: number;
  host: string;
  /** Folder for the embedded database and keys. */
  dataFolder: string;
  /** PostgreSQL to use; without it an embedded one runs in the data folder. */
  databaseUrl?: string;
  operatorKey?: string;
  /** Seals secrets at rest; without it a key file in the data folder does. */
  secretKey?: string;
  /** Address that links use, without a slash at the end. */
  publicUrl: string;
  /** Client secrets of the Shopify app, current first. */
  shopifySecrets: string[];
  logLevel: string;
  /** Processes that share the port and the work. */
  workers: number;
}

/** A setting that cannot be used; one sentence that says which and why. Ends the program with code 2. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the settings. An empty variable counts as not set. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = (name: string) => env[name]?.trim() || undefined;
  const port = readPort(given('PORT') ?? '8080');
  const host = given('HOST') ?? '127.0.0.1';
  if (isIP(host) === 0 && !/^[a-z0-9.-]+$/i.test(host))
    throw new SettingsError(`HOST is "${host}", which is neither an IP address nor a host name.`);
  const logLevel = given('LOG_LEVEL') ?? 'info';
  if (!logLevels.includes(logLevel))
    throw new SettingsError(`LOG_LEVEL is "${logLevel}"; use one of ${logLevels.join(', ')}.`);
  const databaseUrl = given('DATABASE_URL');
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new SettingsError(
      'DATABASE_URL must begin with postgresql://, as in postgresql://user:password@host/kindcast.',
    );
  const operatorKey = given('KINDCAST_OPERATOR_KEY');
  if (operatorKey && !/^[\x21-\x7e]+$/.test(operatorKey))
    throw new SettingsError('KINDCAST_OPERATOR_KEY must consist of visible ASCII characters without spaces.');
  const secretKey = given('KINDCAST_SECRET_KEY');
  return {
    port,
    host,
    dataFolder: path.resolve(given('KINDCAST_DATA') ?? '.kindcast'),
    ...(databaseUrl && { databaseUrl }),
    ...(operatorKey && { operatorKey }),
    ...(secretKey && { secretKey }),
    publicUrl: readPublicUrl(given('PUBLIC_URL') ?? `http://localhost:${port}`),
    shopifySecrets: ['SHOPIFY_CLIENT_SECRET', 'SHOPIFY_CLIENT_SECRET_PREVIOUS'].flatMap((name) => given(name) ?? []),
    logLevel,
    workers: readWorkers(given('KINDCAST_WORKERS') ?? '1'),
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? parseInt(text, 10) : -1;
  if (port < 0 || port > 65_535) throw new SettingsError(`PORT is "${text}"; use a whole number from 0 to 65535.`);
  return port;
}

function readWorkers(text: string): number {
  const workers = /^\d{1,2}$/.test(text) ? parseInt(text, 10) : 0;
  if (workers < 1 || workers > 64)
    throw new SettingsError(`KINDCAST_WORKERS is "${text}"; use a whole number of processes from 1 to 64.`);
  return workers;
}

function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new SettingsError(`PUBLIC_URL is "${text}"; give an address such as https://give.example.org.`);
  return url.href.replace(/\/+$/, '');
}
