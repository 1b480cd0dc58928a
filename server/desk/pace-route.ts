import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { amountOut, id } from '../http/wire.js';
import { ownSession } from '../live/own-session.js';
import { readPace } from './pace.js';

/** How fast a session goes, for the desk's small chart. */
export const paceRoute: Route = defineRoute({
  method: 'get',
  path: '/v1/sessions/{id}/pace',
  summary: 'What was given in each of the last minutes, by the samples that charts are made of',
  params: z.object({ id }),
  answer: {
    status: 200,
    description: 'The last half hour at most',
    schema: z.object({
      at: z.string(),
      currencies: z.array(
        z.object({
          currency: z.string(),
          perMinute: amountOut.openapi({ description: 'mean of the last five minutes, less when it is younger' }),
          ordersPerMinute: z.string().openapi({ description: 'decimal, one digit' }),
          minutes: z
            .array(z.object({ at: z.string(), given: amountOut, orders: z.int() }))
            .openapi({ description: 'oldest first; less than 0 where more was taken back than given' }),
        }),
      ),
    }),
  },
  handle: async ({ db, params, caller }) => {
    const now = new Date();
    return {
      body: { at: now.toISOString(), currencies: await readPace(db, await ownSession(db, caller, params.id), now) },
    };
  },
});
