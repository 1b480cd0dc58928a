import type { Knex } from 'knex';
import { z } from 'zod';
import { troubleOf } from '../database/database-errors.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { notFound, Problem } from '../http/problem.js';
import { id, listOf, pageQuery, text } from '../http/wire.js';
import type { Seal } from '../secrets/seal.js';
import { noteFailedReplay, settleDeadLetter, type DeadLetterRow } from './dead-letters.js';
import { maskedPayload } from './masked-payload.js';
import { NotNow } from './group-commit.js';
import { problemOfNotNow } from './not-now.js';
import { UnreadableDelivery, whyUnreadable } from './read-delivery.js';
import type { Recorder } from './recorder.js';

const deadLetter = z.object({
  id: z.string(),
  shopId: z.string(),
  shopDomain: z.string(),
  topic: z.string(),
  webhookId: z.string(),
  reason: z.string(),
  attempts: z.int(),
  receivedAt: z.string(),
  replayedAt: z.string().optional(),
  dismissedAt: z.string().optional(),
  dismissedReason: z.string().optional(),
});

const toWire = (row: DeadLetterRow, shopDomain: string) => ({
  id: row.id,
  shopId: row.shop_id,
  shopDomain,
  topic: row.topic,
  webhookId: row.webhook_id,
  reason: row.reason,
  attempts: row.attempts,
  receivedAt: row.received_at.toISOString(),
  ...(row.replayed_at && { replayedAt: row.replayed_at.toISOString() }),
  ...(row.dismissed_at && {
    dismissedAt: row.dismissed_at.toISOString(),
    dismissedReason: row.dismissed_reason ?? '',
  }),
});

export function deadLetterRoutes(needs: { seal: Seal; recorder: Recorder }): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/dead-letters',
      summary: 'Deliveries that could not be processed and wait for a person, or were dismissed by one; newest first',
      query: pageQuery.extend({ state: z.enum(['waiting', 'dismissed']).optional() }),
      answer: { status: 200, description: 'A page', schema: listOf(deadLetter) },
      handle: async ({ db, query }) => {
        const letters = db('dead_letters').whereNull('replayed_at');
        if (query.state === 'dismissed') void letters.whereNotNull('dismissed_at');
        else void letters.whereNull('dismissed_at');
        const domains = new Map<string, string>();
        return answerPage<DeadLetterRow>(letters, query, 'received_at', async (row) => {
          if (!domains.has(row.shop_id)) domains.set(row.shop_id, await domainOf(db, row));
          return toWire(row, domains.get(row.shop_id)!);
        });
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
        const told = toWire(now!, await domainOf(db, row));
        return { body: { ...told, outcome: outcome instanceof Error ? 'failed' : outcome } };

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
    defineRoute({
      method: 'get',
      path: '/v1/dead-letters/{id}/payload',
      summary: 'What a kept delivery says, with everything about people hidden',
      params: z.object({ id }),
      answer: {
        status: 200,
        description: 'Whether it is JSON at all, and what is in it',
        schema: z.object({ readable: z.boolean(), bytes: z.int(), payload: z.unknown() }),
      },
      handle: async ({ db, params }) => {
        const row = await db<DeadLetterRow>('dead_letters').where({ id: params.id }).first();
        if (!row) throw notFound('dead letter');
        if (!row.body) throw new Problem('not-found', 'This delivery was processed since, and its body is gone.');
        const body = needs.seal.open(row.body);
        return { body: { bytes: body.length, ...maskedPayload(body) } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/dead-letters/{id}/dismiss',
      summary: 'Lays a delivery aside that need not be processed; it is kept and can be taken back',
      params: z.object({ id }),
      body: z.strictObject({ reason: text(500) }),
      answer: { status: 200, description: 'The delivery, laid aside', schema: deadLetter },
      handle: ({ db, params, body }) =>
        layAside(db, params.id, { dismissed_at: db.raw('now()'), dismissed_reason: body.reason }),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/dead-letters/{id}/restore',
      summary: 'Lets a delivery that was laid aside wait for a person again',
      params: z.object({ id }),
      body: z.strictObject({}).optional(),
      answer: { status: 200, description: 'The delivery, waiting', schema: deadLetter },
      handle: ({ db, params }) => layAside(db, params.id, { dismissed_at: null, dismissed_reason: null }),
    }),
  ];
}

async function layAside(db: Knex, letterId: string, how: Record<string, unknown>) {
  const row = await db<DeadLetterRow>('dead_letters').where({ id: letterId }).forUpdate().first();
  if (!row) throw notFound('dead letter');
  if (row.replayed_at) throw new Problem('conflict', 'This delivery was processed since; there is nothing to decide.');
  const [now] = await db('dead_letters').where({ id: letterId }).update(how).returning('*');
  return { body: toWire(now, await domainOf(db, row)) };
}

async function domainOf(db: Knex, { shop_id }: DeadLetterRow): Promise<string> {
  const shop: { domain: string } = await db('shops').where({ id: shop_id }).first('domain');
  return shop.domain;
}
