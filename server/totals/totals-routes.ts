import type { Pool } from 'pg';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound } from '../http/problem.js';
import { id } from '../http/wire.js';
import { readTopics, snapshotSchema } from './snapshot.js';
import { topicOf, type TopicKind } from './topics.js';

/** The public totals of sessions, projects and shops, made for caches: short-lived, revalidated by sequence number. */
export function totalsRoutes(pool: Pool): Route[] {
  return (['session', 'project', 'shop'] as TopicKind[]).map((kind) =>
    defineRoute({
      method: 'get',
      path: `/v1/${kind}s/{id}/totals`,
      summary: `What a ${kind} has given so far`,
      params: z.object({ id }),
      answer: { status: 200, description: 'The totals now', schema: snapshotSchema },
      handle: async ({ params }) => {
        const topic = topicOf(kind, params.id);
        const state = (await readTopics(pool, [topic])).get(topic);
        if (!state) throw notFound(kind);
        return {
          body: state.snapshot,
          headers: {
            // `seq` names the state, so equal tags are equal bodies on every server.
            ETag: `"${topic}-${state.snapshot.seq}"`,
            'Cache-Control': 'public, s-maxage=1',
            'Access-Control-Allow-Origin': '*',
            'Cross-Origin-Resource-Policy': 'cross-origin',
          },
        };
      },
    }),
  );
}
