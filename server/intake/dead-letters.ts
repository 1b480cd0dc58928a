import type { Knex } from 'knex';
import type { Pool } from 'pg';
import { newId } from '../database/new-id.js';
import type { Seal } from '../secrets/seal.js';

/** A verified delivery that could not be processed. */
export interface UnreadDelivery {
  key: string;
  shopId: string;
  topic: string;
  webhookId: string;
  body: Buffer;
}

export interface DeadLetterRow {
  id: string;
  shop_id: string;
  topic: string;
  webhook_id: string;
  reason: string;
  body: Buffer | null;
  attempts: number;
  received_at: Date;
  replayed_at: Date | null;
  dismissed_at: Date | null;
  dismissed_reason: string | null;
}

/** Keeps a delivery for a person to look at and replay. The body holds personal data, so it is sealed. */
export async function keepDeadLetter(pool: Pool, seal: Seal, delivery: UnreadDelivery, reason: string): Promise<void> {
  await pool.query(
    `INSERT INTO dead_letters AS d (id, delivery_key, shop_id, topic, webhook_id, reason, body)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (delivery_key) DO UPDATE SET reason = excluded.reason`,
    [
      newId(),
      delivery.key,
      delivery.shopId,
      textForDatabase(delivery.topic, 100),
      textForDatabase(delivery.webhookId, 100),
      textForDatabase(reason, 1_000),
      seal.seal(delivery.body),
    ],
  );
}

/** Marks it as done and forgets the body. */
export async function settleDeadLetter(db: Knex, id: string): Promise<void> {
  await db('dead_letters')
    .where({ id })
    .update({ replayed_at: db.raw('now()'), body: null, dismissed_at: null, dismissed_reason: null });
}

/** Notes that replaying failed again, and why. */
export async function noteFailedReplay(db: Knex, id: string, reason: string): Promise<void> {
  await db('dead_letters')
    .where({ id })
    .update({ attempts: db.raw('attempts + 1'), reason: textForDatabase(reason, 1_000) });
}

const textForDatabase = (text: string, longest: number) => text.replaceAll('\u0000', '').slice(0, longest);
