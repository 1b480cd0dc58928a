import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeSync, openSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of its own, small enough to be filled: a file system in memory, which root may mount on Linux. */
export interface SmallDisk {
  /** A folder on it. */
  folder: string;
  /** Takes every block that is left. */
  fill(): void;
  /** Gives back what {@link fill} took. */
  free(): void;
  remove(): void;
}

/** The disk, or a sentence saying why this machine has none to give. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return 'a disk in memory is mounted on Linux only';
  if (process.getuid?.() !== 0) return 'only root may mount a disk';
  const mount = mkdtempSync(path.join(tmpdir(), 'kindcast-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', mount], { stdio: 'pipe' });
  } catch (error) {
    rmSync(mount, { recursive: true });
    return `mounting a disk in memory failed here (${(error as Error).message.trim().split('\n').at(-1)})`;
  }
  const folder = path.join(mount, 'data');
  const filler = path.join(mount, 'filler');
  mkdirSync(folder);
  return {
    folder,
    fill() {
      const file = openSync(filler, 'a');
      try {
        const { bsize } = statfsSync(mount);
        while (statfsSync(mount).bavail > 0)
          writeSync(file, Buffer.alloc(Math.min(statfsSync(mount).bavail, 256) * bsize));
      } catch (error) {
        // Somebody else took the last block.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', ['--lazy', mount], { stdio: 'pipe' });
      rmSync(mount, { recursive: true });
    },
  };
}
