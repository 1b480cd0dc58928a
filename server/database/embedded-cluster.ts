import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Account } from './embedded-account.js';
import type { Binaries } from './embedded-binaries.js';
import { DatabaseFolderError, explainFolderError, explainOutput } from './embedded-errors.js';
import { stopOrphans } from './embedded-processes.js';

/** How initdb and postgres are started: in the data folder, as the account, detached from the terminal. */
export function spawnOptions(cluster: string, account: Account | undefined) {
  // Nothing of our environment but these: PGPORT, PGOPTIONS or a translated LC_MESSAGES would change what they do.
  const { PATH, SystemRoot, TMPDIR } = process.env;
  const env: NodeJS.ProcessEnv = { PATH, LC_ALL: 'C', TZ: 'UTC' };
  if (SystemRoot !== undefined) env['SystemRoot'] = SystemRoot;
  if (TMPDIR !== undefined && !account) env['TMPDIR'] = TMPDIR;
  // A process group of its own: Ctrl-C in the terminal must not stop the database before the server has finished.
  return { ...account, cwd: cluster, env, detached: true, windowsHide: true };
}

/**
 * The data folder as the program should call it. Another account may not be able to walk to a folder below /root, yet
 * libuv changes the directory before it changes the user, so that the program starts inside and stays there.
 */
export function nameDataFolder(cluster: string, account: Account | undefined): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

/** Reads the password of the folder, or makes one that is safely on disk before it is used. */
export function readPassword(folder: string, cluster: string): string {
  const path = join(folder, 'password');
  if (fs.existsSync(path)) {
    // Put back from a backup, it may have come with more rights.
    if ((fs.statSync(path).mode & 0o077) !== 0) fs.chmodSync(path, 0o600);
    return fs.readFileSync(path, 'utf8').trim();
  }
  if (fs.existsSync(cluster)) {
    throw new DatabaseFolderError(
      `The data folder ${folder} has lost its file "password"; put it back from a backup of the folder.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  const fresh = `${path}.new`;
  fs.rmSync(fresh, { force: true });
  fs.writeFileSync(fresh, `${password}\n`, { mode: 0o600, flag: 'wx', flush: true });
  fs.renameSync(fresh, path);
  return password;
}

/** Makes sure `cluster` can be opened by this PostgreSQL as this account, and that only the account may read it. */
export function checkCluster(cluster: string, account: Account | undefined, majorVersion: string): void {
  const found = fs.statSync(cluster);
  const wanted = account?.uid ?? process.getuid?.();
  if (wanted !== undefined && found.uid !== wanted) {
    // Root may hand it over (a backup put back by root); anybody else only learns whose it is.
    if (!account) {
      throw new DatabaseFolderError(
        `The database in ${cluster} belongs to user id ${found.uid} and this is user id ${wanted}; ` +
          'start as that user, or point KINDCAST_DATA at another folder.',
      );
    }
    giveTree(cluster, account);
  }
  const made = fs.readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made !== majorVersion) {
    throw new DatabaseFolderError(
      `The database in ${cluster} was made by PostgreSQL ${made} and this Kindcast brings PostgreSQL ${majorVersion}; ` +
        'move it over with pg_dump from the older Kindcast, or point KINDCAST_DATA at another folder.',
    );
  }
  // PostgreSQL refuses a folder that others may read; copies and volumes often come with more rights.
  if ((found.mode & 0o077) !== 0 && process.platform !== 'win32') fs.chmodSync(cluster, 0o700);
}

function giveTree(tree: string, account: Account): void {
  for (const file of fs.readdirSync(tree, { recursive: true }) as string[]) {
    fs.lchownSync(join(tree, file), account.uid, account.gid);
  }
  fs.chownSync(tree, account.uid, account.gid);
}

/**
 * Makes the cluster with initdb, in a folder beside it that is renamed when complete: a start killed half-way leaves
 * only something the next start throws away.
 */
export async function makeCluster(
  folder: string,
  cluster: string,
  binaries: Binaries,
  account: Account | undefined,
  isDurable: boolean,
): Promise<void> {
  const fresh = `${cluster}.new`;
  await stopOrphans(fresh, () => undefined);
  fs.rmSync(fresh, { recursive: true, force: true });
  fs.mkdirSync(fresh, { mode: 0o700 });
  const password = join(folder, 'password');
  if (account) {
    fs.chownSync(fresh, account.uid, account.gid);
    fs.chownSync(password, account.uid, account.gid);
  }
  await runInitdb(folder, fresh, password, binaries, account, isDurable);
  fs.renameSync(fresh, cluster);
  if (isDurable && process.platform !== 'win32') syncFolder(folder);
}

async function runInitdb(
  folder: string,
  fresh: string,
  password: string,
  binaries: Binaries,
  account: Account | undefined,
  isDurable: boolean,
): Promise<void> {
  const file = fs.openSync(password, 'r');
  // The descriptor leads to the file where its path cannot be walked, for the reason given at nameDataFolder.
  const passwordPath = account && process.platform === 'linux' ? '/proc/self/fd/3' : password;
  // The builtin C.UTF-8 sorts the same on every machine; the system's locales do not, and change with its libc.
  const args = [
    '-D',
    nameDataFolder(fresh, account),
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordPath}`,
  ];
  args.push('-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (!isDurable) args.push('--no-sync');
  try {
    const child = spawn(binaries.initdb, args, {
      ...spawnOptions(fresh, account),
      stdio: ['ignore', 'pipe', 'pipe', file],
    });
    const atExit = () => child.kill('SIGKILL');
    process.once('exit', atExit);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const code = await new Promise<number | null>((done, fail) => {
      child.once('close', done);
      child.once('exit', () => process.off('exit', atExit));
      child.once('error', (error) => fail(explainFolderError(error, folder)));
    });
    if (code !== 0) throw explainOutput('Making the database', output, folder);
  } finally {
    fs.closeSync(file);
  }
}

function syncFolder(folder: string): void {
  const file = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}
