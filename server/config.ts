import { isIP } from 'node:net';
import path from 'node:path';
import ipaddr from 'ipaddr.js';

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
  /** Opens what was sealed before the secret key was changed. */
  previousSecretKey?: string;
  /** Address that links use, without a slash at the end. */
  publicUrl: string;
  /** Client secrets of the Shopify app, current first. */
  shopifySecrets: string[];
  logLevel: string;
  /** Processes that share the port and the work. */
  workers: number;
  /** Deliveries and bytes in one transaction, transactions at once; deliveries and bytes that may wait for theirs. */
  queue: { batch: number; batchBytes: number; lanes: number; waiting: number; waitingBytes: number };
  /** Bytes of all request bodies together, received or being received, that are not answered yet. */
  bodiesBytes: number;
  /** Connections at the same time, watchers included; fewer where the system allows fewer open files. */
  connections: number;
  /** Watchers at the same time from one address. */
  watchersPerAddress: number;
  /** Proxies in front whose `X-Forwarded-For` is believed. */
  proxies: number;
  /** Where letters go; without it none is sent. */
  mail?: { smtpUrl: string; from: string };
  /** Without `mail`: letters are written where the operator reads the log. For trying out on one machine alone. */
  showLetters: boolean;
  /** Where outgoing webhooks may go besides the public internet, and who is asked where a name leads. */
  webhooks: { networks: string[]; nameServers: string[] };
}

const bytesPerMb = 1024 * 1024;
/** A larger batch gains nothing more and holds its locks longer. */
const batches = { batch: 512, batchBytes: 16 * bytesPerMb, lanes: 2 };

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
  const previousSecretKey = given('KINDCAST_SECRET_KEY_PREVIOUS');
  if (previousSecretKey && !secretKey)
    throw new SettingsError(
      'KINDCAST_SECRET_KEY_PREVIOUS is set without KINDCAST_SECRET_KEY; set both, or keep both as files in KINDCAST_DATA.',
    );
  const count = (name: string, from: number, to: number, usual: string) =>
    readCount(name, given(name) ?? usual, from, to);
  const publicUrl = readPublicUrl(given('PUBLIC_URL') ?? `http://localhost:${port}`);
  const queueMb = count('KINDCAST_QUEUE_MB', 4, 16_384, '64');
  return {
    port,
    host,
    dataFolder: path.resolve(given('KINDCAST_DATA') ?? '.kindcast'),
    ...(databaseUrl && { databaseUrl }),
    ...(operatorKey && { operatorKey }),
    ...(secretKey && { secretKey }),
    ...(previousSecretKey && { previousSecretKey }),
    publicUrl,
    shopifySecrets: ['SHOPIFY_CLIENT_SECRET', 'SHOPIFY_CLIENT_SECRET_PREVIOUS'].flatMap((name) => given(name) ?? []),
    logLevel,
    workers: count('KINDCAST_WORKERS', 1, 64, '1'),
    queue: {
      ...batches,
      waiting: count('KINDCAST_QUEUE_ORDERS', 1, 1_000_000, '10000'),
      waitingBytes: queueMb * bytesPerMb,
    },
    // As much again for those that do not wait in the queue: still arriving, or being recorded.
    bodiesBytes: 2 * queueMb * bytesPerMb,
    connections: count('KINDCAST_CONNECTIONS', 10, 1_000_000, '20000'),
    watchersPerAddress: count('KINDCAST_WATCHERS_PER_ADDRESS', 1, 1_000_000, '1000'),
    proxies: count('KINDCAST_PROXIES', 0, 8, '0'),
    ...readMail(given('KINDCAST_SMTP_URL'), given('KINDCAST_MAIL_FROM')),
    showLetters: given('NODE_ENV') !== 'production' && isOwnMachine(publicUrl),
    webhooks: {
      networks: readNetworks(given('KINDCAST_WEBHOOK_NETWORKS')),
      nameServers: readNameServers(given('KINDCAST_WEBHOOK_DNS')),
    },
  };
}

function readMail(smtpUrl: string | undefined, from: string | undefined): Pick<Settings, 'mail'> {
  if (smtpUrl === undefined) return {};
  if (!/^smtps?:$/.test(URL.canParse(smtpUrl) ? new URL(smtpUrl).protocol : ''))
    throw new SettingsError('KINDCAST_SMTP_URL must be an address such as smtps://user:password@mail.example.org.');
  if (from === undefined || !/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from))
    throw new SettingsError(
      'KINDCAST_MAIL_FROM must say who writes the letters, as in Kindcast <no-reply@give.example.org>.',
    );
  return { mail: { smtpUrl, from } };
}

/** Nobody else can open an address like this, so whoever reads the log is the one who signs in. */
const isOwnMachine = (url: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

function readCount(name: string, text: string, from: number, to: number): number {
  const count = /^\d{1,7}$/.test(text) ? parseInt(text, 10) : -1;
  if (count < from || count > to)
    throw new SettingsError(`${name} is "${text}"; use a whole number from ${from} to ${to}.`);
  return count;
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? parseInt(text, 10) : -1;
  if (port < 0 || port > 65_535) throw new SettingsError(`PORT is "${text}"; use a whole number from 0 to 65535.`);
  return port;
}

const listed = (text = '') => text.split(/[\s,]+/).filter((part) => part !== '');

function readNetworks(text: string | undefined): string[] {
  return listed(text).map((network) => {
    if (!ipaddr.isValidCIDR(network))
      throw new SettingsError(
        `KINDCAST_WEBHOOK_NETWORKS contains "${network}"; use networks such as 10.1.0.0/16, with commas between them.`,
      );
    return network;
  });
}

function readNameServers(text: string | undefined): string[] {
  return listed(text).map((server) => {
    if (isIP(server.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/, '$1')) === 0)
      throw new SettingsError(
        `KINDCAST_WEBHOOK_DNS contains "${server}"; use addresses of name servers such as 9.9.9.9 or 10.0.0.2:5353.`,
      );
    return server;
  });
}

function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new SettingsError(`PUBLIC_URL is "${text}"; give an address such as https://give.example.org.`);
  return url.href.replace(/\/+$/, '');
}
