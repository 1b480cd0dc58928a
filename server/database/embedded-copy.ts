import * as fs from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseStartError } from './embedded-errors.js';

/**
 * Where copies go. For root /var/cache first: only root can write there, and no cleaner of old temporary files takes
 * parts of a running database's programs away.
 */
function listPlaces(): string[] {
  const own = process.getuid?.() === 0 ? '/var/cache' : join(homedir(), '.cache');
  return [own, tmpdir(), '/var/tmp'];
}

/**
 * A world-readable copy of the tree in the first place where `works` agrees (a disk may be mounted noexec, TMPDIR may lie
 * below /root). Copies are kept and shared by later starts. Answers undefined if there is no such place.
 */
export function copyBinaries(
  native: string,
  version: string,
  log: (line: string) => void,
  works: (tree: string) => boolean,
): string | undefined {
  const name = `kindcast-postgres-${version}-${process.arch}-uid${process.getuid?.() ?? 0}`;
  for (const place of new Set(listPlaces())) {
    const tree = join(place, name);
    try {
      if (fs.lstatSync(tree, { throwIfNoEntry: false }) && !isTrusted(tree)) continue;
      const isNew = !isTrusted(tree) || !isWhole(native, tree);
      if (isNew) {
        log(`Copying the PostgreSQL programs to ${tree}`);
        makeCopy(native, place, tree);
      }
      if (isTrusted(tree) && works(tree)) return tree;
      // An older copy may be in use elsewhere; only what was made in vain is removed.
      if (isNew && isTrusted(tree)) fs.rmSync(tree, { recursive: true, force: true });
    } catch (error) {
      if (error instanceof DatabaseStartError) throw error;
      // Not writable, full, or taken by somebody else: the next place.
    }
  }
  return undefined;
}

/** Nobody but us may have been able to write the programs we are about to run. */
function isTrusted(tree: string): boolean {
  const found = fs.lstatSync(tree, { throwIfNoEntry: false });
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

/** Static libraries are for compiling; they are a good part of the size and never needed here. */
function isNeeded(file: string): boolean {
  return !file.endsWith('.a');
}

function listFiles(tree: string): string[] {
  return (fs.readdirSync(tree, { recursive: true }) as string[]).filter(isNeeded);
}

/** Whether nothing is missing or cut short: a cleaner of temporary files may have taken some. */
function isWhole(native: string, tree: string): boolean {
  return listFiles(native).every((file) => {
    const wanted = fs.statSync(join(native, file));
    const found = fs.statSync(join(tree, file), { throwIfNoEntry: false });
    return (
      found !== undefined &&
      found.isDirectory() === wanted.isDirectory() &&
      (wanted.isDirectory() || found.size === wanted.size)
    );
  });
}

/** Copies beside the goal and renames, so that of several processes doing this at once none sees half a copy. */
function makeCopy(native: string, place: string, tree: string): void {
  if (place === join(homedir(), '.cache')) fs.mkdirSync(place, { recursive: true });
  const fresh = fs.mkdtempSync(join(place, '.kindcast-postgres-'));
  try {
    for (const file of listFiles(native)) {
      const from = join(native, file);
      const to = join(fresh, file);
      const found = fs.lstatSync(from);
      if (found.isSymbolicLink()) {
        fs.symlinkSync(fs.readlinkSync(from), to);
      } else if (found.isDirectory()) {
        fs.mkdirSync(to);
        fs.chmodSync(to, 0o755);
      } else {
        fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE);
        fs.chmodSync(to, found.mode & 0o111 || /[\\/]?bin[\\/]/.test(file) ? 0o755 : 0o644);
      }
    }
    fs.chmodSync(fresh, 0o755);
    // A damaged copy of ours moves aside first; a running database keeps the files it has open.
    if (isTrusted(tree) && !isWhole(native, tree)) fs.renameSync(tree, `${fresh}-old`);
    fs.renameSync(fresh, tree);
  } catch (error) {
    // Another process may have been first: its copy is then judged like any other.
    if (!isTrusted(tree)) throw error;
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
    fs.rmSync(`${fresh}-old`, { recursive: true, force: true });
  }
}
