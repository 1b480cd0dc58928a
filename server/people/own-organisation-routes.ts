import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { organisationKinds } from '../http/access.js';
import { assertOwn, onlyOwn } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { notFound, Problem } from '../http/problem.js';
import { country, id, listOf, organisationName, pageQuery, text } from '../http/wire.js';
import { actForAlso, organisationOut, organisationToWire, type OrganisationRow } from './organisation.js';

/** More than one person runs; a stranger must not fill the table. */
const ownMax = 20;

const params = z.object({ organisationId: id });

// Filing numbers have no strict form in China and elsewhere, so any text is taken.
const facts = { name: organisationName, country: country.optional(), registrationNumber: text(100).optional() };

/** Organisations as people make and keep their own. */
export const ownOrganisationRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/v1/organisations',
    summary: 'Makes an organisation, whose owner is who asks',
    body: z.strictObject({ kind: z.enum(organisationKinds), ...facts }),
    answer: { status: 201, description: 'The organisation', schema: organisationOut },
    handle: async ({ db, body, caller }) => {
      await assertRoomFor(db, caller.id);
      const organisationId = newId();
      await actForAlso(db, organisationId);
      const [row] = await db<OrganisationRow>('organisations')
        .insert({
          id: organisationId,
          kind: body.kind,
          name: body.name,
          country: body.country ?? null,
          registration_number: body.registrationNumber ?? null,
        })
        .returning('*');
      await db('members').insert({ organisation_id: organisationId, person_id: caller.id, role: 'owner' });
      return { body: organisationToWire(row!) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/organisations',
    summary: 'Lists own organisations, newest first; for operators all',
    query: pageQuery.extend({ kind: z.enum(organisationKinds).optional() }),
    answer: { status: 200, description: 'A page', schema: listOf(organisationOut) },
    handle: async ({ db, query, caller }) => {
      const rows = onlyOwn(db('organisations'), 'id', caller);
      if (query.kind !== undefined) void rows.where({ kind: query.kind });
      return answerPage<OrganisationRow>(rows, query, 'created_at', organisationToWire);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/organisations/{organisationId}',
    summary: 'One organisation',
    params,
    answer: { status: 200, description: 'The organisation', schema: organisationOut },
    handle: async ({ db, params, caller }) => {
      assertOwn(caller, params.organisationId, 'organisation');
      const row = await db<OrganisationRow>('organisations').where({ id: params.organisationId }).first();
      if (!row) throw notFound('organisation');
      return { body: organisationToWire(row) };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/v1/organisations/{organisationId}',
    summary: 'Changes what is known of an organisation',
    params,
    body: z.strictObject(facts),
    answer: { status: 200, description: 'The organisation', schema: organisationOut },
    handle: async ({ db, params, body, caller }) => {
      assertOwn(caller, params.organisationId, 'organisation');
      const [row] = await db<OrganisationRow>('organisations')
        .where({ id: params.organisationId })
        .update({
          name: body.name,
          country: body.country ?? null,
          registration_number: body.registrationNumber ?? null,
        })
        .returning('*');
      if (!row) throw notFound('organisation');
      return { body: organisationToWire(row) };
    },
  }),
];

/** A person may belong to so many organisations; counted one after the other, however many are made at once. */
export async function assertRoomFor(db: Knex, personId: string): Promise<void> {
  await db.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`memberships of ${personId}`]);
  const counted = await db('members').where({ person_id: personId }).count<{ count: bigint }[]>('* as count');
  if ((counted[0]?.count ?? 0n) >= BigInt(ownMax))
    throw new Problem('conflict', `You belong to ${ownMax} organisations already; leave one first.`);
}
