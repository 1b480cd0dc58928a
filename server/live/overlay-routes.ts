import type { IncomingMessage } from 'node:http';
import type { Pool } from 'pg';
import { z } from 'zod';
import { assertSameOrigin } from '../http/same-origin.js';
import { onlyOwn } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound, Problem } from '../http/problem.js';
import { id } from '../http/wire.js';
import { overlayKey, replaceOverlayKey, sessionsOfOverlays, tellOverlays } from './overlay-keys.js';
import { overlayUrl, sessionSchema, sessionToWire, studioUrl } from './session-wire.js';
import { makeTestGift, Pace } from './test-gift.js';

/** A person pressing a button; more would only fill the queue of alerts. */
const testGiftEveryMs = 1_000;

const noOverlay = () =>
  new Problem('not-found', 'There is no overlay at this address; its link may have been replaced.');

/**
 * What a streamer's studio asks for, by the overlay's secret address, and the operator's way to replace that address. */
export function overlayRoutes(pool: Pool, publicUrl: string): Route[] {
  const pace = new Pace(testGiftEveryMs);
  const params = z.object({ key: z.string().max(64) });
  const body = z.strictObject({}).optional();
  const admit = ({ params: { key }, request }: { params: z.infer<typeof params>; request: IncomingMessage }) => {
    assertSameOrigin(request, publicUrl);
    if (!overlayKey.safeParse(key).success) throw noOverlay();
  };
  return [
    defineRoute({
      method: 'post',
      path: '/overlay/{key}/test-gift',
      operationId: 'showTestGift',
      summary: 'Shows a gift in the open overlays of a session, marked as a test; it is never counted',
      params,
      body,
      answer: { status: 204, description: 'On its way to every open overlay of the session' },
      admit,
      handle: async ({ db, params: { key } }) => {
        const sessionId = (await sessionsOfOverlays(db, [key])).get(key);
        const test = sessionId && (await makeTestGift(pool, sessionId));
        if (!test) throw noOverlay();
        if (!pace.mayGo(test.sessionId))
          throw new Problem('too-busy', 'One test gift a second is enough; try again in a moment.', {
            retryAfterSeconds: 1,
          });
        await tellOverlays(db, { kind: 'test-gift', ...test });
        return {};
      },
    }),
    defineRoute({
      method: 'post',
      path: '/overlay/{key}/revoke',
      summary: "Replaces the overlay's secret address; the old one stops at once",
      params,
      body,
      answer: {
        status: 200,
        description: 'The new addresses',
        schema: z.object({ overlayUrl: z.string(), studioUrl: z.string() }),
      },
      admit,
      handle: async ({ db, params: { key } }) => {
        const row = await replaceOverlayKey(db, { overlay_key: key });
        if (!row) throw noOverlay();
        return { body: { overlayUrl: overlayUrl(publicUrl, row), studioUrl: studioUrl(publicUrl, row) } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/sessions/{id}/overlay-key',
      operationId: 'replaceOverlayKey',
      summary: "Replaces the secret address of a session's overlay; the old one stops at once",
      params: z.object({ id }),
      body,
      answer: { status: 200, description: 'The session with its new addresses', schema: sessionSchema },
      handle: async ({ db, params, caller }) => {
        const own = await onlyOwn(db('sessions').where({ id: params.id }), 'organisation_id', caller).first('id');
        const row = own && (await replaceOverlayKey(db, { id: params.id }));
        if (!row) throw notFound('session');
        return { body: await sessionToWire(db, row, publicUrl) };
      },
    }),
  ];
}
