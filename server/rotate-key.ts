import pg from 'pg';
import { readSettings, type Settings } from './config.js';

import { startOwnDatabase } from './database/find-database.js';
import { migrate } from './database/migrate.js';
import { addressOfUrl } from './database/roles.js';
import { runningDatabase } from './database/running-database.js';
import { sentence, wrongSettings } from './run.js';
import { changeKey, type KeyChange } from './secrets/change-key.js';

// `npm run rotate-key`: a new secret key, and everything sealed with it. docs/operating.md, "Keys".

const said: Record<KeyChange['how'], string> = {
  changed: 'There is a new secret key; the one before is in secret-key.previous.',
  finished: 'A change of the key that had been broken off is finished now. For another new key, run this again.',
  settings: 'The key is that of the settings, KINDCAST_SECRET_KEY.',
};

try {
  const settings = readSettings(process.env);
  const { how, done, lost } = await withOwner(settings, (client) => changeKey(client, settings));
  process.stdout.write(`${said[how]} ${done} sealed ${done === 1 ? 'value was' : 'values were'} sealed anew.\n`);
  if (lost.length > 0) {
    process.stderr.write(`Neither key opens these: ${lost.join(', ')}. They stay as they are.\n`);
    process.exitCode = 1;
  }
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = wrongSettings(error) ? 2 : 1;
}

/** Connects as the owner, with the newest schema: to PostgreSQL elsewhere, to the one a server runs, or to one just for this. */
async function withOwner<T>(settings: Settings, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { databaseUrl, dataFolder } = settings;
  const running = databaseUrl ? addressOfUrl(databaseUrl).owner : runningDatabase(dataFolder);
  if (databaseUrl) await migrate(addressOfUrl(databaseUrl));
  const own = running ? undefined : await startOwnDatabase(dataFolder, () => undefined, 1);
  const client = new pg.Client(running ?? own!.address.owner);
  try {
    await client.connect();
    // The owner sees all rows only when it says so (migration 019).
    await client.query(`SET kindcast.operator = 'on'`);
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
    await own?.stop();
  }
}
