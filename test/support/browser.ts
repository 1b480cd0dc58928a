import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, BrowserType, Page } from 'playwright-core';

/** One headless Chromium for each process that tests, started by the first test that opens a page. */

const root = path.resolve(import.meta.dirname, '../..');
/** Where screenshots go, for people to look at. */
export const pictures = path.join(root, 'test/output');
let starting: Promise<Browser> | undefined;
let unpacked: string | undefined;

/** Of the run, not of the file that happens to be loaded first (.mocharc.json); the exit is for runs that are broken off. */
export const mochaHooks = {
  async afterAll() {
    const browser = await starting?.catch(() => undefined);
    starting = undefined;
    await browser?.close();
    tidy();
  },
};
process.on('exit', tidy);

function tidy(): void {
  if (unpacked) rmSync(unpacked, { recursive: true, force: true });
  unpacked = undefined;
}

function openBrowser(): Promise<Browser> {
  starting ??= process.platform === 'linux' && process.arch === 'x64' ? startUnpacked() : startInstalled();
  return starting;
}

/** Loaded when needed: it wants to know the home folder at once, and a user of a container may have none. */
async function browserType(): Promise<BrowserType> {
  process.env.HOME ??= tmpdir();
  return (await import('playwright-core')).chromium;
}

/** The npm package has a browser for Linux on x64 alone; elsewhere the Chrome of the machine does. */
async function startInstalled(): Promise<Browser> {
  return (await browserType()).launch({ channel: 'chrome', args: noNetwork });
}

/** No name is looked up and nothing but this machine is reached, so a test that would need the internet fails anywhere. */
const noNetwork = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'];

/**
 * Unpacks the browser into a folder of this run alone, with the shared libraries and the Latin font it brings along:
 * nothing of the machine is used but the C library, so a bare container will do. Its libraries are only unpacked where it
 * believes itself on AWS Lambda, which a process of its own is told. Chinese is in none of its fonts.
 */
async function startUnpacked(): Promise<Browser> {
  const folder = (unpacked = mkdtempSync(path.join(tmpdir(), 'kindcast-browser-')));
  const { stdout: executablePath } = await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath());`,
    ],
    { cwd: root, env: { TMPDIR: folder, HOME: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
  );
  const fonts = path.join(folder, 'fonts');
  writeFileSync(
    path.join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
     <fontconfig><dir>${fonts}</dir><cachedir>${path.join(folder, 'font-cache')}</cachedir></fontconfig>`,
  );
  return (await browserType()).launch({
    executablePath,
    // Containers and root have no sandbox to offer, and the browser sees nothing but our own pages.
    chromiumSandbox: false,
    args: ['--font-render-hinting=none', ...noNetwork],
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      TMPDIR: folder,
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: fonts,
    },
  });
}

/**
 * What Chromium says of a server that has gone, by how far a request had come: no connection, one that is cut, a kept one that
 * turns out to be dead. Stories in which a server is killed hear all of them.
 */
export const serverGone = /ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_SOCKET_NOT_CONNECTED|WebSocket/;

export interface Visit {
  page: Page;
  /** What went wrong on the page so far: errors, refused content, dialogs, requests to strangers. */
  complaints: string[];
}

const visits: (() => Promise<void>)[] = [];

export interface VisitOptions extends BrowserContextOptions {
  /** Addresses the page may ask besides its own; a request to any other is complained of. */
  mayAsk?: readonly string[];
}

/** Opens an address in a browser of its own: fresh cookies, cache and settings. Closed by `closeVisits`. */
export async function visit(url: string, { mayAsk = [], ...options }: VisitOptions = {}): Promise<Visit> {
  const browser = await openBrowser();
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 720 }, ...options });
  visits.push(() => context.close());
  const complaints: string[] = [];
  const hosts = [url, ...mayAsk].map((address) => new URL(address).host);
  context.on('request', (request) => {
    const to = new URL(request.url());
    if (to.protocol !== 'data:' && !hosts.includes(to.host)) complaints.push(`request to ${to.href}`);
  });
  context.on('console', (message) => {
    // Refused content (CSP) is said here as well.
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const page = await context.newPage();
  await page.goto(url);
  return { page, complaints };
}

/** For `afterEach`. */
export async function closeVisits(): Promise<void> {
  await Promise.all(visits.splice(0).map((close) => close()));
}

/** Keeps a picture for people to look at. */
export async function keepPicture(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<Buffer> {
  mkdirSync(pictures, { recursive: true });
  return page.screenshot({ path: path.join(pictures, `${name}.png`), omitBackground: true, ...options });
}

/** Waits until asking gives what is expected, and fails with the last answer. */
export async function becomes<T>(ask: () => Promise<T>, expected: T, withinMs = 10_000): Promise<void> {
  for (const end = Date.now() + withinMs; ;) {
    const answer = await ask();
    if (answer === expected) return;
    if (Date.now() > end) throw new Error(`${JSON.stringify(answer)} did not become ${JSON.stringify(expected)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
