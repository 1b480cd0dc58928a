import type { Pool } from 'pg';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { publicAnswer } from '../http/public-answer.js';
import { amountOut, currency } from '../http/wire.js';
import { boardMax, boards, ranked } from './board.js';

const entriesDefault = 10;

const limitSays = `must be a whole number from 1 to ${boardMax}`;

/** Who has given most, within one currency: sessions, shops or regions. */
export function boardRoute(pool: Pool): Route {
  const readBoard = boards(pool);
  return defineRoute({
    method: 'get',
    path: '/v1/board',
    summary: 'Sessions, shops or regions, ranked by what they have given in one currency',
    query: z.strictObject({
      by: z.enum(ranked, 'must be "session", "shop" or "region"'),
      currency: currency.optional().openapi({ description: 'default: the one most orders gave in' }),
      limit: z
        .string()
        .regex(/^\d{1,2}$/, limitSays)
        .transform((digits) => parseInt(digits, 10))
        .refine((limit) => limit >= 1 && limit <= boardMax, limitSays)
        .optional()
        .openapi({ type: 'integer', minimum: 1, maximum: boardMax }),
    }),
    answer: {
      status: 200,
      description: 'The board as it stood at most a few seconds ago',
      schema: z.object({
        by: z.enum(ranked),
        at: z.string().openapi({ description: 'When it stood so; after a 304 it still does.' }),
        entries: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            currency: z.string(),
            given: amountOut,
            orders: z.int(),
            status: z.string().optional().openapi({ description: 'of a session' }),
          }),
        ),
      }),
    },
    handle: async ({ query }) => {
      const { at, byCurrency, mostUsed } = await readBoard(query.by);
      const entries = byCurrency.get(query.currency ?? mostUsed ?? '') ?? [];
      return publicAnswer({ by: query.by, entries: entries.slice(0, query.limit ?? entriesDefault) }, { at });
    },
  });
}
