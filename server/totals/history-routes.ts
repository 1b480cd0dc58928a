import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound } from '../http/problem.js';
import { amountOut, id } from '../http/wire.js';
import type { HistoryMemory } from './history-memory.js';
import { topicOf, type TopicKind } from './topics.js';

const history = z
  .object({
    topic: z.string(),
    points: z
      .array(
        z.object({
          at: z.string().openapi({ description: 'When this became the total.' }),
          totals: z.array(z.object({ currency: z.string(), given: amountOut, orders: z.int() })),
        }),
      )
      .openapi({ description: 'In time, at most 301; the last is the total now. Falls are among them.' }),
  })
  .openapi('History');

/** How the totals of sessions and projects came about, for charts; public and made for caches like the totals. */
export function historyRoutes(memory: HistoryMemory): Route[] {
  return (['session', 'project'] as TopicKind[]).map((kind) =>
    defineRoute({
      method: 'get',
      path: `/v1/${kind}s/{id}/history`,
      summary: `What a ${kind} had been given over time`,
      params: z.object({ id }),
      answer: { status: 200, description: 'The past up to now', schema: history },
      handle: async ({ params }) => {
        const topic = topicOf(kind, params.id);
        const points = await memory.of(topic);
        if (!points) throw notFound(kind);
        const body = { topic, points };
        return {
          body,
          headers: {
            ETag: `"${createHash('sha1').update(JSON.stringify(body)).digest('base64url')}"`,
            'Cache-Control': 'public, s-maxage=1, stale-while-revalidate=30',
            'Access-Control-Allow-Origin': '*',
            'Cross-Origin-Resource-Policy': 'cross-origin',
          },
        };
      },
    }),
  );
}
