import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { DatabaseStartError } from './embedded-errors.js';

/** The system account PostgreSQL runs as, when that is not our own. */
export interface Account {
  uid: number;
  gid: number;
}

/** Accounts without rights that systems bring along; the last resort where no account can be made. */
const UNPRIVILEGED = ['postgres', 'nobody', 'daemon', 'www-data'];

/**
 * PostgreSQL refuses to run as root. An existing cluster decides the account: the uid of `postgres` differs between
 * images and the folder may have been made by an ordinary user, so its owner is the one account that surely fits.
 * Answers undefined when we are an ordinary user and PostgreSQL simply runs as ourselves.
 */
export function chooseAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findAccount('postgres') ?? makeAccount() ?? findUnprivileged();
}

function findAccount(name: string): Account | undefined {
  let table: string;
  try {
    table = readFileSync('/etc/passwd', 'utf8');
  } catch {
    return undefined;
  }
  for (const line of table.split('\n')) {
    const [account, , uid, gid] = line.split(':');
    if (account === name && uid && gid && uid !== '0')
      return { uid: Number.parseInt(uid, 10), gid: Number.parseInt(gid, 10) };
  }
  return undefined;
}

function makeAccount(): Account | undefined {
  // Each may fail because it exists, the tool is missing or /etc is read-only: what counts is the table afterwards.
  for (const [tool, ...args] of [
    ['groupadd', '--system', 'postgres'],
    ['useradd', '--system', '-g', 'postgres', '-M', '-d', '/nonexistent', '-s', '/bin/false', 'postgres'],
  ]) {
    try {
      execFileSync(tool as string, args, { stdio: 'ignore', timeout: 10_000 });
    } catch {
      // See above.
    }
  }
  return findAccount('postgres');
}

function findUnprivileged(): Account {
  for (const name of UNPRIVILEGED) {
    const account = findAccount(name);
    if (account) return account;
  }
  throw new DatabaseStartError(
    'PostgreSQL refuses to run as root and this system has no other account for it; ' +
      'start Kindcast as an ordinary user, or set DATABASE_URL to a running PostgreSQL.',
  );
}
