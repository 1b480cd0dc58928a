import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** PostgreSQL could not be started. The message is one sentence a person can act on; print it without a stack. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError';
}

/** The same, when the cause lies in the data folder: a file, not writable, full, in use, of another version. */
export class DatabaseFolderError extends DatabaseStartError {
  override name = 'DatabaseFolderError';
}

const ADVICE = 'point KINDCAST_DATA at a folder that this user may write to.';

/** The file that stands where `path` or one of its parents should be a folder. */
function findFileInTheWay(path: string): string | undefined {
  for (let at = resolve(path); ; at = dirname(at)) {
    try {
      if (!statSync(at).isDirectory()) return at;
    } catch {
      // Not there, or below a file: the answer is further up.
    }
    if (at === dirname(at)) return undefined;
  }
}

/** Turns an error of the file system into a sentence about the folder; other errors come back as they are. */
export function explainFolderError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  switch (code) {
    case 'EEXIST':
    case 'ENOTDIR': {
      const file = findFileInTheWay(folder) ?? folder;
      const where = file === resolve(folder) ? 'is a file' : `cannot be made, ${file} is a file`;
      return new DatabaseFolderError(`The data folder ${folder} ${where}; ${ADVICE}`, { cause: error });
    }
    case 'EACCES':
    case 'EPERM':
      return new DatabaseFolderError(`The data folder ${folder} cannot be read and written by this user; ${ADVICE}`, {
        cause: error,
      });
    case 'ENOENT':
      // What Node says when a recursive mkdir fails on a read-only disk.
      if ((error as NodeJS.ErrnoException).syscall !== 'mkdir') return error;
      return new DatabaseFolderError(`The data folder ${folder} cannot be made; ${ADVICE}`, { cause: error });
    case 'EROFS':
      return new DatabaseFolderError(`The data folder ${folder} is on a read-only disk; ${ADVICE}`, {
        cause: error,
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return describeFullDisk(folder, error);
    default:
      return error;
  }
}

function describeFullDisk(folder: string, cause?: unknown): DatabaseFolderError {
  return new DatabaseFolderError(
    `The disk of the data folder ${folder} is full; free some space, or move the folder and point KINDCAST_DATA at it.`,
    { cause },
  );
}

/** Names the cause in what initdb or postgres wrote, or quotes its last line. */
export function explainOutput(what: string, output: string, folder: string): DatabaseStartError {
  if (/No space left on device|Disk quota exceeded/.test(output)) return describeFullDisk(folder);
  if (/Read-only file system/.test(output)) return explainFolderError({ code: 'EROFS' }, folder) as DatabaseStartError;
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const last = lines.findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1) ?? 'it wrote nothing';
  return new DatabaseStartError(`${what} in ${folder} failed: ${last.trim()}`);
}
