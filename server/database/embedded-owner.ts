import * as fs from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseFolderError } from './embedded-errors.js';
import { isAlive, readProcessSpace, readStartTime } from './embedded-processes.js';

/** Contents of owner.json, which says which process of ours has the folder. */
interface Owner {
  pid: number;
  startTime: string;
  space: string;
}

/** Frees the folder for the next start. */
export type Release = () => void;

const BEAT_MS = 2_000;
/** An owner in another container or on another machine cannot be asked; its file's time is watched this long instead. */
const WATCH_MS = 3 * BEAT_MS + 1_000;
/** Older than this, allowing for clocks that disagree, the file need not be watched. */
const SILENT_MS = 120_000;

/**
 * Takes the folder for this process or says who has it. The file is made exclusively, so of two starts at once one wins;
 * a file whose process is gone is moved away and made anew.
 */
export async function takeFolder(folder: string, log: (line: string) => void): Promise<Release> {
  const path = join(folder, 'owner.json');
  const mine: Owner = { pid: process.pid, startTime: readStartTime(process.pid), space: readProcessSpace() };
  for (;;) {
    const release = tryTake(path, mine);
    if (release) return release;
    const text = await readSettled(path);
    if (text === undefined) continue;
    const owner = parseOwner(text);
    if (owner && (await isOwnerAlive(path, owner, mine, log))) throw describeOwner(folder, owner, mine);
    moveAway(path, text);
  }
}

function tryTake(path: string, mine: Owner): Release | undefined {
  let file: number;
  try {
    file = fs.openSync(path, 'wx', 0o644);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
  try {
    fs.writeSync(file, `${JSON.stringify(mine)}\n`);
  } catch (error) {
    fs.closeSync(file);
    fs.rmSync(path, { force: true });
    throw error;
  }
  const beat = setInterval(() => {
    const now = new Date();
    // By descriptor: never touch a file that somebody put in its place. A missed beat is no harm.
    fs.futimes(file, now, now, () => undefined);
  }, BEAT_MS).unref();
  let isReleased = false;
  return () => {
    if (isReleased) return;
    isReleased = true;
    clearInterval(beat);
    fs.rmSync(path, { force: true });
    fs.close(file, () => undefined);
  };
}

/** The file's text; a file still empty is given a second to be written. Undefined once it is gone. */
async function readSettled(path: string): Promise<string | undefined> {
  for (let tries = 0; ; tries++) {
    try {
      const text = fs.readFileSync(path, 'utf8');
      if (text.endsWith('\n') || tries >= 20) return text;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    await sleep(50);
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    const owner = JSON.parse(text) as Owner;
    return Number.isInteger(owner.pid) ? owner : undefined;
  } catch {
    return undefined;
  }
}

async function isOwnerAlive(path: string, owner: Owner, mine: Owner, log: (line: string) => void): Promise<boolean> {
  if (owner.space === mine.space) return isAlive(owner.pid) && readStartTime(owner.pid) === owner.startTime;
  const before = readTime(path);
  if (before === undefined || Date.now() - before > SILENT_MS) return false;
  log('The data folder was used by another container or before a restart; watching for a moment whether it still is');
  await sleep(WATCH_MS);
  const after = readTime(path);
  return after !== undefined && after !== before;
}

function readTime(path: string): number | undefined {
  return fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Removes the file that was judged dead, and only that one: another start may have replaced it meanwhile. */
function moveAway(path: string, judged: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    fs.renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (fs.readFileSync(aside, 'utf8') !== judged) fs.renameSync(aside, path);
  else fs.rmSync(aside, { force: true });
}

function describeOwner(folder: string, owner: Owner, mine: Owner): DatabaseFolderError {
  const who =
    owner.pid === mine.pid && owner.space === mine.space
      ? `this same process (${owner.pid})`
      : `the running process ${owner.pid}`;
  const where = owner.space === mine.space ? '' : ' of another container or machine';
  return new DatabaseFolderError(
    `The data folder ${folder} is in use by ${who}${where}; stop that one first, or point KINDCAST_DATA at another folder.`,
  );
}
