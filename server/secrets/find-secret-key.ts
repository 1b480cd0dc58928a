import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The installation's secret key: from the settings, else from `secret-key` in the data folder, made at first start and
 * readable by this user only. Whoever loses it loses the shops' webhook secrets; back it up apart from the database.
 */
export function findSecretKey(dataFolder: string, fromSettings: string | undefined): string {
  if (fromSettings !== undefined) return fromSettings;
  const file = path.join(dataFolder, 'secret-key');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    // 'wx' fails when the file exists: two processes that start at once end up with one key.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key === '') throw new Error(`${file} is empty; restore it from a backup, secrets are sealed with it.`);
  return key;
}
