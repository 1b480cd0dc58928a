import type { Pool } from 'pg';
import { z } from 'zod';
import { assertOwn } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { id, listOf, pageQuery } from '../http/wire.js';
import { charityGift, charityGifts } from './charity-gifts.js';
import { charityGivers, giversSchema } from './charity-givers.js';
import { charityMoney, charityMoneySchema } from './charity-money.js';

const cursor = z
  .string()
  .regex(/^\d{1,18}$/, 'must be the nextCursor of the answer before')
  .transform(BigInt)
  .optional()
  .openapi({ type: 'string' });

/**
 * What a charity may know of the money for it. Shops and sessions are other people's: what is told of them here is what
 * their public pages tell, so it is read as those are (`pool`), once it is known that the projects are the caller's own.
 */
export const charityMoneyRoutes = (pool: Pool): Route[] => [
  defineRoute({
    method: 'get',
    path: '/v1/charities/{id}/money',
    summary: 'What has been given to a charity, per project and currency, and how far it has come',
    params: z.object({ id }),
    answer: { status: 200, description: 'As it stands on the books', schema: charityMoneySchema },
    handle: async ({ db, params, caller }) => {
      assertOwn(caller, params.id, 'charity');
      return { body: await charityMoney(db, params.id) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/charities/{id}/givers',
    summary: 'Through which shops and in which sessions people have given to a charity',
    params: z.object({ id }),
    answer: { status: 200, description: 'The most first', schema: giversSchema },
    handle: async ({ params, caller }) => {
      assertOwn(caller, params.id, 'charity');
      return { body: await charityGivers(pool, params.id) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/charities/{id}/gifts',
    summary: 'The newest gifts to a charity, and what was taken back; an empty page with a nextCursor goes on',
    params: z.object({ id }),
    query: pageQuery.omit({ cursor: true }).extend({ cursor }),
    answer: { status: 200, description: 'A page', schema: listOf(charityGift) },
    handle: async ({ db, params, query, caller }) => {
      assertOwn(caller, params.id, 'charity');
      return { body: await charityGifts(db, pool, params.id, { limit: query.limit, before: query.cursor }) };
    },
  }),
];
