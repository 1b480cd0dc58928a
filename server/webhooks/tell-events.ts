import type { ClientBase } from 'pg';
import type { Job, Turn } from '../jobs/job.js';
import { eventOfTransfer } from './event-types.js';
import { settledTransfers } from './settled-transfers.js';
import { giftEvents, readGiftNews, type GiftNews } from './tell-gifts.js';
import { milestoneEvents } from './tell-milestones.js';
import { takeNews } from './tell-news.js';
import { anybodyHears, findListeners, keepEvents, type Listeners } from './told-event.js';

/** Transfers told in one transaction: few enough that it takes milliseconds. */
const transfersPerBatch = 500;
const newsPerBatch = 100;

/** What the transfers are read for. */
const typesOfTransfers = [...new Set([...Object.values(eventOfTransfer), 'milestone.reached'])];

/**
 * Makes events of what has been committed, after it has been committed: recording orders does nothing for them. One
 * process does it for all. Each batch notes in its own transaction how far it came, so a crash at any point repeats
 * nothing and loses nothing; while nobody listens, nothing is read.
 */
export function tellEvents(): Job {
  const settled = settledTransfers();
  return {
    name: 'tell webhook events',
    everyMs: 1_000,
    async run(turn) {
      const listeners = await findListeners(turn.client);
      await tellNews(turn, listeners);
      const upTo = await settled(turn.client);
      if (upTo === undefined) return;
      if (anybodyHears(listeners, typesOfTransfers)) await tellTransfers(turn, listeners, upTo);
      else await turn.client.query('UPDATE webhook_sequence SET told = $1 WHERE told < $1', [upTo]);
    },
  };
}

async function tellNews({ client, over }: Turn, listeners: Listeners): Promise<void> {
  for (let more = true; more && !over.aborted;)
    await inOneGo(client, async () => {
      const { taken, events } = await takeNews(client, listeners, newsPerBatch);
      await keepEvents(client, events);
      more = taken === newsPerBatch;
    });
}

async function tellTransfers({ client, over }: Turn, listeners: Listeners, upTo: bigint): Promise<void> {
  for (let more = true; more && !over.aborted;)
    await inOneGo(client, async () => {
      const { told, end, count } = await nextBatch(client, upTo);
      const news = await readGiftNews(client, told, end);
      const events = news.flatMap((each) => giftEvents(each, listeners));
      if (anybodyHears(listeners, ['milestone.reached']))
        events.push(...(await milestoneEvents(client, topicsOf(news), listeners)));
      await keepEvents(client, events);
      more = count === transfersPerBatch;
      await client.query('UPDATE webhook_sequence SET told = $1 WHERE told < $1', [end]);
    });
}

/** Where the next batch begins and ends; the lock makes a leader that comes too early wait for the one before. */
async function nextBatch(client: ClientBase, upTo: bigint): Promise<{ told: bigint; end: bigint; count: number }> {
  const begin = await client.query<{ told: bigint }>('SELECT told FROM webhook_sequence FOR UPDATE');
  const { told } = begin.rows[0]!;
  const { rows } = await client.query<{ last: bigint | null; count: number }>(
    `SELECT max(id) AS last, count(*)::int AS count
     FROM (SELECT id FROM transfers WHERE id > $1 AND id <= $2 ORDER BY id LIMIT ${transfersPerBatch}) AS batch`,
    [told, upTo],
  );
  const { last, count } = rows[0]!;
  return { told, end: count === transfersPerBatch ? last! : upTo, count };
}

/** The topics whose totals may have reached something. */
const topicsOf = (news: readonly GiftNews[]) => [
  ...new Set(
    news.flatMap(({ project_id, session_id }) => [
      `project:${project_id}`,
      ...(session_id === null ? [] : [`session:${session_id}`]),
    ]),
  ),
];

async function inOneGo(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  // Whoever runs the job rolls back when this throws.
  await work();
  await client.query('COMMIT');
}
