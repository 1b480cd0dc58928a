import { z } from 'zod';
import { assertOwn } from '../http/caller.js';
import { defineRoute } from '../http/define-route.js';
import { country, id, organisationName, text } from '../http/wire.js';
import { charitySchema, readCharity } from './read-charity.js';

const website = text(300).refine(
  (address) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol),
  'must be an address such as "https://example.org"',
);

/** Who a charity is, as it says itself. What donors may know of it is public once it has a project. */
export const profileRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/charities/{id}/profile',
    summary: 'Who a charity is, and how far its verification has come',
    params: z.object({ id }),
    answer: { status: 200, description: 'The charity', schema: charitySchema },
    handle: async ({ db, params, caller }) => {
      assertOwn(caller, params.id, 'charity');
      return { body: await readCharity(db, params.id) };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/v1/charities/{id}/profile',
    summary: 'Says who a charity is; another name, country or registration number has to be verified again',
    params: z.object({ id }),
    body: z.strictObject({
      name: organisationName,
      country: country.optional(),
      registrationNumber: text(100).optional(),
      about: z.strictObject({ zh: text(2_000).optional(), en: text(2_000).optional() }).optional(),
      website: website.optional(),
      contact: text(200).optional(),
    }),
    answer: { status: 200, description: 'The charity as it is now', schema: charitySchema },
    handle: async ({ db, params, body, caller }) => {
      assertOwn(caller, params.id, 'charity');
      await readCharity(db, params.id);
      // The database notices what has to be verified again: see watch_charity_facts in migration 018.
      await db('organisations')
        .where({ id: params.id, kind: 'charity' })
        .update({
          name: body.name,
          country: body.country ?? null,
          registration_number: body.registrationNumber ?? null,
        });
      const profile = {
        about_zh: body.about?.zh ?? null,
        about_en: body.about?.en ?? null,
        website: body.website ?? null,
        contact: body.contact ?? null,
      };
      await db('charity_profiles')
        .insert({ charity_id: params.id, ...profile })
        .onConflict('charity_id')
        .merge(profile);
      return { body: await readCharity(db, params.id) };
    },
  }),
];
