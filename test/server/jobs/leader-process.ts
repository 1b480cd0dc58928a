import process from 'node:process';
import { pino } from 'pino';
import { addressOfUrl } from '../../../server/database/roles.js';
import { runAsLeader } from '../../../server/jobs/run-as-leader.js';

/**
 * A process whose one job never rests and never looks whether the lead is over: it writes its number into the table
 * `worked` until the database does not take it. Then it tells its parent `refused`.
 */
const leader = runAsLeader({
  database: addressOfUrl(process.env.DATABASE!).roles.jobs,
  name: 'test',
  log: pino({ level: 'silent' }),
  askEveryMs: 100,
  silentMsMax: 700,
  jobs: [
    {
      name: 'work',
      everyMs: 20,
      async run({ client }) {
        try {
          for (;;) await client.query('INSERT INTO worked (pid) VALUES ($1)', [process.pid]);
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
