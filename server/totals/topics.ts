import type { Knex } from 'knex';
import type { Money } from '../ledger/money.js';
import { toMinor } from '../ledger/money.js';

/** What can be watched: `session:<id>`, `project:<id>` or `shop:<id>`. */
export type TopicKind = 'session' | 'project' | 'shop';
export type Topic = `${TopicKind}:${string}`;

export const topicOf = (kind: TopicKind, id: string): Topic => `${kind}:${id}`;

/** The PostgreSQL channel on which every server hears which topics changed; names only, screens read the state. */
export const topicsChannel = 'kindcast_topics';

/** Opens a topic, so that it can be watched and counted from the first moment of what it stands for. */
export async function openTopic(
  db: Knex,
  topic: Topic,
  facts: { title: string; status?: string; goal?: Money | undefined },
): Promise<void> {
  await db('topics').insert({
    topic,
    title: facts.title,
    status: facts.status ?? null,
    goal: facts.goal ? toMinor(facts.goal).toString() : null,
    goal_currency: facts.goal?.currency ?? null,
  });
}

/** Changes a topic's status, as a new state with a sequence number of its own, and tells all servers. */
export async function setTopicStatus(db: Knex, topic: Topic, status: string): Promise<void> {
  await changeTopic(db, topic, { status });
}

/** Gives a topic another title and goal, as a new state with a sequence number of its own, and tells all servers. */
export async function retellTopic(
  db: Knex,
  topic: Topic,
  facts: { title: string; goal?: Money | undefined },
): Promise<void> {
  await changeTopic(db, topic, {
    title: facts.title,
    goal: facts.goal ? toMinor(facts.goal).toString() : null,
    goal_currency: facts.goal?.currency ?? null,
  });
}

async function changeTopic(db: Knex, topic: Topic, facts: Record<string, string | null>): Promise<void> {
  await db('topics')
    .where({ topic })
    .update({ ...facts, seq: db.raw('seq + 1'), changed_at: db.raw('clock_timestamp()') });
  await db.raw('SELECT pg_notify(?, ?)', [topicsChannel, JSON.stringify([topic])]);
}
