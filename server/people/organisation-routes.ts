import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import type { OrganisationKind } from '../http/access.js';
import { defineRoute } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { country, listOf, organisationName, pageQuery, text } from '../http/wire.js';

interface OrganisationRow {
  id: string;
  kind: OrganisationKind;
  name: string;
  country: string | null;
  registration_number: string | null;
  verified_at: Date | null;
  created_at: Date;
}

const organisation = z.object({
  id: z.string(),
  name: z.string(),
  country: z.string().optional(),
  registrationNumber: z.string().optional(),
  verified: z.boolean().optional().openapi({ description: 'of charities: an operator has looked at its papers' }),
  createdAt: z.string(),
});

const toWire = (row: OrganisationRow) => ({
  id: row.id,
  name: row.name,
  ...(row.country !== null && { country: row.country }),
  ...(row.registration_number !== null && { registrationNumber: row.registration_number }),
  ...(row.kind === 'charity' && { verified: row.verified_at !== null }),
  createdAt: row.created_at.toISOString(),
});

/** Whether an organisation of this kind exists. */
export async function organisationExists(db: Knex, kind: OrganisationKind, id: string): Promise<boolean> {
  return (await db('organisations').where({ id, kind }).first('id')) !== undefined;
}

async function keepOrganisation(
  db: Knex,
  kind: OrganisationKind,
  {
    name,
    country,
    registrationNumber,
  }: { name: string; country?: string | undefined; registrationNumber?: string | undefined },
) {
  const [row] = await db<OrganisationRow>('organisations')
    .insert({
      id: newId(),
      kind,
      name,
      country: country ?? null,
      registration_number: registrationNumber ?? null,
    })
    .returning('*');
  return { body: toWire(row!) };
}

const listOrganisations = (kind: OrganisationKind, path: string) =>
  defineRoute({
    method: 'get',
    path,
    summary: `Lists ${path.slice(4)}, newest first`,
    query: pageQuery,
    answer: { status: 200, description: 'A page', schema: listOf(organisation) },
    handle: async ({ db, query }) => {
      return answerPage<OrganisationRow>(db('organisations').where({ kind }), query, 'created_at', toWire);
    },
  });

export const organisationRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/charities',
    summary: 'Adds a charity',
    body: z.strictObject({
      name: organisationName,
      country: country.optional(),
      // Filing numbers have no strict form in China and elsewhere, so any text is taken.
      registrationNumber: text(100).optional(),
    }),
    answer: { status: 201, description: 'The charity', schema: organisation },
    handle: ({ db, body }) => keepOrganisation(db, 'charity', body),
  }),
  listOrganisations('charity', '/v1/charities'),
  defineRoute({
    method: 'post',
    path: '/v1/merchants',
    summary: 'Adds a merchant',
    body: z.strictObject({ name: organisationName, country: country.optional() }),
    answer: { status: 201, description: 'The merchant', schema: organisation },
    handle: ({ db, body }) => keepOrganisation(db, 'merchant', body),
  }),
  listOrganisations('merchant', '/v1/merchants'),
  defineRoute({
    method: 'post',
    path: '/v1/streamers',
    summary: 'Adds a streamer',
    body: z.strictObject({ name: organisationName, country: country.optional() }),
    answer: { status: 201, description: 'The streamer', schema: organisation },
    handle: ({ db, body }) => keepOrganisation(db, 'streamer', body),
  }),
  listOrganisations('streamer', '/v1/streamers'),
];
