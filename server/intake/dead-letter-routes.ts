import { z } from 'zod';
import { troubleOf } from '../database/database-errors.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { notFound } from '../http/problem.js';
import { id, listOf, pageQuery } from '../http/wire.js';
import type { Seal } from '../secrets/seal.js';
import { noteFailedReplay, settleDeadLetter, type DeadLetterRow } from './dead-letters.js';
import { NotNow } from './group-commit.js';
import { problemOfNotNow } from './not-now.js';
import { UnreadableDelivery, whyUnreadable } from './read-delivery.js';
import type { Recorder } from './recorder.js';

const deadLetter = z.object({
  id: z.string(),
  shopId: z.string(),
  topic: z.string(),
  webhookId: z.string(),
  reason: z.string(),
  attempts: z.int(),
  receivedAt: z.string(),
  replayedAt: z.string().optional(),
});

const toWire = (row: DeadLetterRow) => ({
  id: row.id,
  shopId: row.shop_id,
  topic: row.topic,
  webhookId: row.webhook_id,
  reason: row.reason,
  attempts: row.attempts,
  receivedAt: row.received_at.toISOString(),
  ...(row.replayed_at && { replayedAt: row.replayed_at.toISOString() }),
});

export function deadLetterRoutes(needs: { seal: Seal; recorder: Recorder }): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/dead-letters',
      summary: 'Deliveries that could not be processed and wait for a person, newest first',
      query: pageQuery,
      answer: { status: 200, description: 'A page', schema: listOf(deadLetter) },
      handle: async ({ db, query }) => {
        const waiting = db('dead_letters').whereNull('replayed_at');
        return answerPage<DeadLetterRow>(waiting, query, 'received_at', toWire);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/dead-letters/{id}/replay',
      summary: 'Processes a kept delivery again',
      params: z.object({ id }),
      body: z.strictObject({}).optional(),
      answer: {
        status: 200,
        description: 'What became of it: counted, nothing-to-give, or still failing with the reason',
        schema: deadLetter.extend({ outcome: z.enum(['counted', 'duplicate', 'nothing-to-give', 'failed']) }),
      },
      handle: async ({ db, params }) => {
        const row = await db<DeadLetterRow>('dead_letters').where({ id: params.id }).forUpdate().first();
        if (!row) throw notFound('dead letter');
        const outcome = row.replayed_at ? 'duplicate' : await replay(row);
        if (outcome instanceof Error) await noteFailedReplay(db, row.id, whyUnreadable(outcome));
        else if (!row.replayed_at) await settleDeadLetter(db, row.id);
        const now = await db<DeadLetterRow>('dead_letters').where({ id: row.id }).first();
        return { body: { ...toWire(now!), outcome: outcome instanceof Error ? 'failed' : outcome } };

        async function replay(letter: DeadLetterRow) {
          const shop = await db('shops').where({ id: letter.shop_id }).first();
          const ticket = needs.recorder.read({
            platform: shop.platform,
            shop: { id: shop.id, merchantId: shop.merchant_id, currency: shop.currency },
            topic: letter.topic,
            body: needs.seal.open(letter.body!),
          });
          try {
            // In a transaction of its own: the order's state lets it count once, however often it is replayed.
            const [outcome] = await needs.recorder.record([ticket]);
            return typeof outcome === 'object' ? new UnreadableDelivery(outcome.unreadable) : outcome!;
          } catch (error) {
            needs.recorder.forget(ticket);
            const trouble = troubleOf(error);
            if (error instanceof NotNow) throw problemOfNotNow(error);
            if (trouble === 'away' || trouble === 'try-again') throw error;
            return error as Error;
          }
        }
      },
    }),
  ];
}
