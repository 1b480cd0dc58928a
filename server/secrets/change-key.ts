import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { findSecretKeys, newSecretKey, secretKeyFiles, type SecretKeySettings } from './find-secret-key.js';
import { reseal, type Resealed } from './reseal.js';
import { sealWith } from './seal.js';

export interface KeyChange extends Resealed {
  /** - `changed`: there is a new key in the data folder
   *  - `finished`: a change begun before was brought to its end
   *  - `settings`: the key is the settings' business; everything is sealed with it now */
  how: 'changed' | 'finished' | 'settings';
}

/** A write that began before the key was changed has long ended after this. */
const writesEndWithinMs = 2_000;

/** One at a time, whoever runs it. */
const lockName = 'kindcast: the secret key is being changed';

/**
 * Changes the secret key and seals everything anew. Servers may run meanwhile: they open with either key. Broken off, the
 * next call goes on.
 *
 * @param client the owner's, who sees all rows
 * @param settings with a key in them no new one is made; they say the new and the previous one
 */
export async function changeKey(client: pg.Client, settings: SecretKeySettings): Promise<KeyChange> {
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [lockName]);
  await client.query(`SELECT set_config('kindcast.actor', $1, false)`, [
    JSON.stringify({ kind: 'system', name: 'change of the secret key' }),
  ]);
  const sealAgain = () => reseal(client, sealWith(findSecretKeys(settings)));
  const { previous } = findSecretKeys(settings);
  const unfinished = previous === undefined ? undefined : await sealAgain();
  if (settings.secretKey !== undefined) return { how: 'settings', ...(unfinished ?? (await sealAgain())) };
  if (unfinished && unfinished.done > 0) return { how: 'finished', ...unfinished };
  putNewKey(settings.dataFolder);
  const first = await sealAgain();
  await sleep(writesEndWithinMs);
  const second = await sealAgain();
  return { how: 'changed', done: first.done + second.done, lost: second.lost };
}

/** The previous key is in its file before the new one takes its place, so there is no moment without it. */
function putNewKey(dataFolder: string): void {
  const { current, previous } = secretKeyFiles(dataFolder);
  const fresh = `${current}.new`;
  copyFileSync(current, `${previous}.new`);
  renameSync(`${previous}.new`, previous);
  writeFileSync(fresh, `${newSecretKey()}\n`, { mode: 0o600 });
  renameSync(fresh, current);
}
