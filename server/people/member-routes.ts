import type { Knex } from 'knex';
import { z } from 'zod';
import { roles, type Role } from '../http/access.js';
import { assertOwn, type Caller } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound, Problem } from '../http/problem.js';
import { id, listOf } from '../http/wire.js';
import { withdrawGivenOut } from './given-out.js';

const member = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  since: z.string(),
});

const ofOrganisation = z.object({ organisationId: id });
const ofMember = ofOrganisation.extend({ personId: id });

interface MemberRow {
  organisation_id: string;
  person_id: string;
  role: Role;
  created_at: Date;
  name: string;
  email: string;
}

const toWire = (row: MemberRow) => ({
  personId: row.person_id,
  name: row.name,
  email: row.email,
  role: row.role,
  since: row.created_at.toISOString(),
});

/** Who belongs to an organisation, and with what role. */
export const memberRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/v1/organisations/{organisationId}/members',
    summary: 'Lists the members of an organisation',
    params: ofOrganisation,
    answer: { status: 200, description: 'All of them, those who came first first', schema: listOf(member) },
    handle: async ({ db, params: { organisationId }, caller }) => {
      assertOwn(caller, organisationId, 'organisation');
      const rows: MemberRow[] = await members(db, organisationId).orderBy('members.created_at').limit(1_000);
      return { body: { items: rows.map(toWire) } };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/v1/organisations/{organisationId}/members/{personId}',
    summary: 'Gives a member another role',
    params: ofMember,
    body: z.strictObject({ role: z.enum(roles) }),
    answer: { status: 200, description: 'The member', schema: member },
    handle: async ({ db, params: { organisationId, personId }, body, caller }) => {
      assertOwn(caller, organisationId, 'organisation');
      assertMayName(caller, body.role);
      const known = await memberOrNot(db, organisationId, personId);
      if (known.role === 'owner') assertMayDecideOnOwners(caller);
      if (body.role !== 'owner') await assertOwnerLeft(db, organisationId, personId);
      await db('members').where({ organisation_id: organisationId, person_id: personId }).update({ role: body.role });
      if (body.role !== 'owner') await withdrawGivenOut(db, organisationId, known.email);
      return { body: toWire({ ...known, role: body.role }) };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/organisations/{organisationId}/members/{personId}',
    summary: 'Takes a member out; everybody may take himself out',
    params: ofMember,
    answer: { status: 204, description: 'Not a member any more' },
    handle: async ({ db, params: { organisationId, personId }, caller }) => {
      assertOwn(caller, organisationId, 'organisation');
      const known = await memberOrNot(db, organisationId, personId);
      if (caller.kind === 'person' && !caller.operator && caller.id !== personId)
        await assertOwner(db, organisationId, caller.id);
      if (known.role === 'owner') assertMayDecideOnOwners(caller);
      await assertOwnerLeft(db, organisationId, personId);
      await db('members').where({ organisation_id: organisationId, person_id: personId }).delete();
      await withdrawGivenOut(db, organisationId, known.email);
      return {};
    },
  }),
];

const members = (db: Knex, organisationId: string) =>
  db('members')
    .join('people', 'people.id', 'members.person_id')
    .where('members.organisation_id', organisationId)
    .select('members.*', 'people.name', 'people.email');

async function memberOrNot(db: Knex, organisationId: string, personId: string): Promise<MemberRow> {
  const row: MemberRow | undefined = await members(db, organisationId).where('members.person_id', personId).first();
  if (!row) throw notFound('member');
  return row;
}

/** Whoever has a key could act by way of somebody he names; so a key names only those who may do no more than look. */
export function assertMayName(caller: Caller, role: Role): void {
  if (role === 'owner') assertMayDecideOnOwners(caller);
  if (role !== 'viewer' && caller.kind === 'key')
    throw new Problem('forbidden', 'A key can make people viewers only; sign in as an owner for more.');
}

function assertMayDecideOnOwners(caller: Caller): void {
  if (caller.kind === 'key') throw new Problem('forbidden', 'A key cannot decide who is an owner; sign in as one.');
}

async function assertOwner(db: Knex, organisationId: string, personId: string): Promise<void> {
  const row = await db('members').where({ organisation_id: organisationId, person_id: personId }).first('role');
  if (row?.role !== 'owner')
    throw new Problem('forbidden', 'Your role does not reach so far: only owners take others out.');
}

/** Somebody has to be left who may do everything. The owners' rows are held, so that no two go at the same time. */
async function assertOwnerLeft(db: Knex, organisationId: string, without: string): Promise<void> {
  const owners: string[] = await db('members')
    .where({ organisation_id: organisationId, role: 'owner' })
    .orderBy('person_id')
    .forUpdate()
    .pluck('person_id');
  if (owners.length === 1 && owners[0] === without)
    throw new Problem('conflict', 'This is the last owner; make somebody else an owner first.');
}
