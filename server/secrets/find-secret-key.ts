import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseFolderError, explainFolderError } from '../database/embedded-errors.js';
import { makeFolder } from '../database/make-folder.js';

/**
 * The installation's secret key: from the settings, else from `secret-key` in the data folder, made at first start and
 * readable by this user only. Whoever loses it loses the shops' webhook secrets; back it up apart from the database.
 */
export function findSecretKey(dataFolder: string, fromSettings: string | undefined): string {
  if (fromSettings !== undefined) return fromSettings;
  try {
    return keptKey(dataFolder);
  } catch (error) {
    throw explainFolderError(error, dataFolder);
  }
}

function keptKey(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret-key');
  makeFolder(dataFolder);
  // Written whole beside it first and then linked, which fails when the file exists: of two processes that start at once
  // both end up with the same key, and neither reads half of it.
  const own = `${file}.${process.pid}`;
  try {
    if (!existsSync(file)) {
      writeFileSync(own, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
      linkSync(own, file);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key === '')
    throw new DatabaseFolderError(`${file} is empty; restore it from a backup, the shops' secrets are sealed with it.`);
  return key;
}
