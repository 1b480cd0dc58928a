import process from 'node:process';
import { pino } from 'pino';
import { addressOfUrl } from '../../../server/database/database.js';
import { runAsLeader } from '../../../server/jobs/run-as-leader.js';

/**
 * A process whose one job never rests: it writes its number into the table `worked` as fast as it can. Told to its parent:
 * `refused` when the database did not take a row.
 */
const leader = runAsLeader({
  database: addressOfUrl(process.env.DATABASE!).server,
  name: 'test',
  log: pino({ level: 'silent' }),
  askEveryMs: 100,
  silentMsMax: 700,
  jobs: [
    {
      name: 'work',
      everyMs: 20,
      async run({ client, over }) {
        try {
          for (let rows = 0; rows < 5 && !over.aborted; rows += 1)
            await client.query('INSERT INTO worked (pid) VALUES ($1)', [process.pid]);
        } catch (error) {
          process.send?.('refused');
          throw error;
        }
      },
    },
  ],
});
process.on('SIGTERM', () => void leader.stop().then(() => process.exit(0)));
process.send?.('here');
