import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseFolderError, explainFolderError } from '../database/embedded-errors.js';
import { makeFolder } from '../database/make-folder.js';
import type { SecretKeys } from './seal.js';

/** Where the keys are: both in the settings, or both in files of the data folder. */
export interface SecretKeySettings {
  dataFolder: string;
  secretKey?: string | undefined;
  previousSecretKey?: string | undefined;
}

/** The files of the keys, for who changes them. */
export const secretKeyFiles = (dataFolder: string) => ({
  current: path.join(dataFolder, 'secret-key'),
  previous: path.join(dataFolder, 'secret-key.previous'),
});

/**
 * The installation's secret keys: from the settings, else from `secret-key` in the data folder, made at first start and
 * readable by this user only, and `secret-key.previous` beside it. Whoever loses them loses every sealed secret; back them
 * up apart from the database.
 */
export function findSecretKeys({ dataFolder, secretKey, previousSecretKey }: SecretKeySettings): SecretKeys {
  if (secretKey !== undefined) return { current: secretKey, previous: previousSecretKey };
  try {
    return keptKeys(dataFolder);
  } catch (error) {
    throw explainFolderError(error, dataFolder);
  }
}

/**
 * The keys as they are now, for a server that runs on while they are changed. The files are only read again when one of
 * them is another; a file that cannot be read just now changes nothing.
 */
export function watchSecretKeys(settings: SecretKeySettings): () => SecretKeys {
  let known = findSecretKeys(settings);
  if (settings.secretKey !== undefined) return () => known;
  const files = Object.values(secretKeyFiles(settings.dataFolder));
  const state = () =>
    files
      .map((file) => statSync(file, { throwIfNoEntry: false }))
      .map((stat) => stat && `${stat.ino} ${stat.mtimeMs}`)
      .join();
  let seen = state();
  return () => {
    try {
      const now = state();
      if (now !== seen) [known, seen] = [findSecretKeys(settings), now];
    } catch {
      // Asked again at the next use.
    }
    return known;
  };
}

function keptKeys(dataFolder: string): SecretKeys {
  const { current, previous } = secretKeyFiles(dataFolder);
  makeFolder(dataFolder);
  // Written whole beside it first and then linked, which fails when the file exists: of two processes that start at once
  // both end up with the same key, and neither reads half of it.
  const own = `${current}.${process.pid}`;
  try {
    if (!existsSync(current)) {
      writeFileSync(own, `${newSecretKey()}\n`, { mode: 0o600 });
      linkSync(own, current);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  return { current: read(current), previous: existsSync(previous) ? read(previous) : undefined };
}

export const newSecretKey = () => randomBytes(32).toString('hex');

function read(file: string): string {
  const key = readFileSync(file, 'utf8').trim();
  if (key === '')
    throw new DatabaseFolderError(`${file} is empty; restore it from a backup, the shops' secrets are sealed with it.`);
  return key;
}
