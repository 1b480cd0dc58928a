import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { badField, notFound } from '../http/problem.js';
import { email, id, listOf } from '../http/wire.js';

const operator = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  secondFactor: z.boolean().openapi({ description: 'false: cannot act as one until it is set up' }),
  grantedBy: z.string(),
  since: z.string(),
});

interface OperatorRow {
  person_id: string;
  granted_by: string;
  created_at: Date;
  name: string;
  email: string;
  two_factor_enabled: boolean | null;
}

const toWire = (row: OperatorRow) => ({
  personId: row.person_id,
  name: row.name,
  email: row.email,
  secondFactor: row.two_factor_enabled === true,
  grantedBy: row.granted_by,
  since: row.created_at.toISOString(),
});

/** The people who run the installation. The operator key makes the first one, and is the way back in when all are gone. */
export const operatorRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/v1/operators',
    summary: 'Makes a person an operator',
    body: z.strictObject({ email }),
    answer: { status: 201, description: 'The operator', schema: operator },
    handle: async ({ db, body, caller }) => {
      const person = await db('people')
        .where({ email: body.email.toLowerCase(), email_verified: true })
        .first('id', 'name', 'email', 'two_factor_enabled');
      if (!person) throw badField('email', 'must be of a person who has signed up and confirmed it');
      await db('operators').insert({ person_id: person.id, granted_by: caller.name }).onConflict('person_id').ignore();
      const made = await db('operators').where({ person_id: person.id }).first();
      return { body: toWire({ ...person, ...made }) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/operators',
    summary: 'Lists the operators',
    answer: { status: 200, description: 'All of them', schema: listOf(operator) },
    handle: async ({ db }) => {
      const rows: OperatorRow[] = await db('operators')
        .join('people', 'people.id', 'operators.person_id')
        .orderBy('operators.created_at')
        .limit(1_000)
        .select('operators.*', 'people.name', 'people.email', 'people.two_factor_enabled');
      return { body: { items: rows.map(toWire) } };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/operators/{personId}',
    summary: 'Takes the office from an operator; it ends at once',
    params: z.object({ personId: id }),
    answer: { status: 204, description: 'Not an operator any more' },
    handle: async ({ db, params: { personId } }) => {
      if ((await db('operators').where({ person_id: personId }).delete()) === 0) throw notFound('operator');
      return {};
    },
  }),
];
