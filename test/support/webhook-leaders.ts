import { pino } from 'pino';
import { runAsLeader } from '../../server/jobs/run-as-leader.js';
import { sealWith } from '../../server/secrets/seal.js';
import { surroundingsOf } from '../../server/webhooks/find-address.js';
import { sendDeliveries, senderConnection } from '../../server/webhooks/send-deliveries.js';
import { tellEvents } from '../../server/webhooks/tell-events.js';
import type { TestDatabase } from './one-database-server.js';

/** Receivers of tests listen on this machine. */
export const ownNetworks = { networks: ['127.0.0.0/8'], nameServers: [] as string[] };

/** The two jobs of outgoing webhooks, each with its lead, as a serving process runs them. */
export function startWebhookLeaders(
  { address }: Pick<TestDatabase, 'address'>,
  webhooks = ownNetworks,
  more: { timeoutMs?: number } = {},
): { stop(): Promise<void> } {
  const log = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' });
  const soon = (job: ReturnType<typeof tellEvents>) => ({ ...job, everyMs: 100 });
  const surroundings = surroundingsOf(webhooks);
  const leaders = [
    runAsLeader({ database: address.roles.jobs, log, askEveryMs: 200, jobs: [soon(tellEvents())] }),
    runAsLeader({
      database: senderConnection(address.roles.jobs),
      log,
      askEveryMs: 200,
      name: 'webhooks',
      jobs: [soon(sendDeliveries({ seal: sealWith('test-secret-key'), surroundings, log, ...more }))],
    }),
  ];
  return { stop: async () => void (await Promise.all(leaders.map((leader) => leader.stop()))) };
}
