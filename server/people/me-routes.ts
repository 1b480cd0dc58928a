import { z } from 'zod';
import { organisationKinds, roles } from '../http/access.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound, Problem } from '../http/problem.js';
import { id, listOf } from '../http/wire.js';
import { organisationToWire, type OrganisationRow } from './organisation.js';
import type { Sessions } from './sign-in/sessions.js';

const me = z.object({
  person: z.object({ id: z.string(), email: z.string(), name: z.string(), language: z.string().optional() }),
  organisations: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(organisationKinds),
      name: z.string(),
      role: z.enum(roles),
      verifiedAt: z.string().optional(),
    }),
  ),
  operator: z.boolean().openapi({ description: 'was made an operator; acts as one only with the second factor' }),
  secondFactor: z.boolean().openapi({ description: 'this session has passed it within twelve hours' }),
  secondFactorSetUp: z.boolean(),
});

const session = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
  expiresAt: z.string(),
  ip: z.string().optional(),
  agent: z.string().optional(),
});

/** What people may know and change about themselves. */
export const meRoutes = (people: { sessions: Sessions }): readonly Route[] => [
  defineRoute({
    method: 'get',
    path: '/v1/me',
    summary: 'Who is signed in, and what he may do where',
    answer: { status: 200, description: 'The person', schema: me },
    handle: async ({ db, request, caller }) => {
      const [person, known] = await Promise.all([
        people.sessions.person(request),
        db('people').where({ id: caller.id }).first('id', 'email', 'name', 'language', 'two_factor_enabled'),
      ]);
      if (!person || !known) throw new Problem('unauthorized', 'You are not signed in any more; sign in again.');
      const { memberships, operator, secondFactor } = person;
      const rows = await db<OrganisationRow>('organisations')
        .whereIn(
          'id',
          memberships.map(({ organisationId }) => organisationId),
        )
        .orderBy('created_at');
      const { id, email, name, language } = known;
      return {
        body: {
          person: { id, email, name, ...(language !== null && { language }) },
          organisations: rows.map(organisationToWire).map(({ id, kind, name, verifiedAt }) => ({
            id,
            kind,
            name,
            role: memberships.find(({ organisationId }) => organisationId === id)!.role,
            ...(verifiedAt !== undefined && { verifiedAt }),
          })),
          operator,
          secondFactor,
          secondFactorSetUp: known.two_factor_enabled === true,
        },
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/me/sessions',
    summary: 'Lists where one is signed in',
    answer: { status: 200, description: 'All sessions, used last first', schema: listOf(session) },
    handle: async ({ request, caller }) => {
      const [current, rows] = await Promise.all([people.sessions.find(request), people.sessions.list(caller.id)]);
      const items = rows.map((row) => ({
        id: row.id,
        current: row.id === current?.id,
        createdAt: row.created_at.toISOString(),
        lastUsedAt: row.updated_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        ...(row.ip_address && { ip: row.ip_address }),
        ...(row.user_agent && { agent: row.user_agent.slice(0, 300) }),
      }));
      return { body: { items } };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/me/sessions/{sessionId}',
    summary: 'Ends one of the own sessions, at once',
    params: z.object({ sessionId: id }),
    answer: { status: 204, description: 'Ended' },
    handle: async ({ params: { sessionId }, caller }) => {
      if ((await people.sessions.end(caller.id, { only: sessionId })) === 0) throw notFound('session');
      return {};
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/me/sessions',
    summary: 'Ends all own sessions but this one',
    answer: { status: 200, description: 'How many ended', schema: z.object({ ended: z.int() }) },
    handle: async ({ request, caller }) => {
      const current = await people.sessions.find(request);
      return { body: { ended: await people.sessions.end(caller.id, { allBut: current?.id ?? '' }) } };
    },
  }),
];
