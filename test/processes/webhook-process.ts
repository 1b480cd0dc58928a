import process from 'node:process';
import pg from 'pg';
import { pino } from 'pino';
import { addressOfUrl } from '../../server/database/roles.js';
import { runAsLeader } from '../../server/jobs/run-as-leader.js';
import { sealWith } from '../../server/secrets/seal.js';
import { surroundingsOf } from '../../server/webhooks/find-address.js';
import { sendDeliveries, senderConnection } from '../../server/webhooks/send-deliveries.js';
import { tellEvents } from '../../server/webhooks/tell-events.js';
import { ownNetworks } from '../support/webhook-leaders.js';

/** One of the jobs of outgoing webhooks in a process of its own; kills itself before the statement `DIE_AT` of a turn. */
const log = pino({ level: 'silent' });
const dieAt = parseInt(process.env.DIE_AT ?? '0', 10);

if (dieAt > 0) {
  const { query } = pg.Client.prototype;
  let statements = 0;
  let inTurn = false;
  pg.Client.prototype.query = function (this: pg.Client, ...args: never[]) {
    const text = String((args[0] as { text?: string } | undefined)?.text ?? args[0]);
    // A turn begins by asking who listens.
    if (text.includes('FROM webhook_endpoints')) inTurn = true;
    if (inTurn && (statements += 1) === dieAt) process.kill(process.pid, 'SIGKILL');
    return (query as (...all: never[]) => unknown).apply(this, args);
  } as never;
}

const job =
  process.env.JOB === 'tell'
    ? tellEvents()
    : sendDeliveries({ seal: sealWith('test-secret-key'), surroundings: surroundingsOf(ownNetworks), log });
runAsLeader({
  database: senderConnection(addressOfUrl(process.env.DATABASE!).roles.jobs),
  name: process.env.JOB!,
  log,
  askEveryMs: 100,
  silentMsMax: 5_000,
  jobs: [
    {
      ...job,
      everyMs: 100,
      async run(turn) {
        await job.run(turn);
        process.send?.('a turn is over');
      },
    },
  ],
});
