import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { actsFor } from '../http/caller.js';
import { defineRoute } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { badField } from '../http/problem.js';
import { currency, id, listOf, moneyAboveZero, pageQuery, text } from '../http/wire.js';
import { toMinor } from '../ledger/money.js';
import { organisationExists } from '../people/organisation-routes.js';
import { openTopic, topicOf } from '../totals/topics.js';
import { assertOwnCurrency, projectSchema, toWire, type ProjectRow } from './project-row.js';

/** Which of these projects do not exist, or take no new gifts because they are archived. */
export async function missingProjects(db: Knex, ids: readonly string[]): Promise<string[]> {
  const found = new Set(
    (await db('projects').whereIn('id', ids).whereNull('archived_at').select('id')).map((row) => row.id),
  );
  return ids.filter((projectId) => !found.has(projectId));
}

export const projectRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/projects',
    summary: 'Adds a project of a charity',
    body: z.strictObject({
      charityId: id,
      title: text(200),
      currency,
      goal: moneyAboveZero.optional(),
      impact: z.strictObject({ unit: text(100), cost: moneyAboveZero }).optional(),
    }),
    answer: { status: 201, description: 'The project', schema: projectSchema },
    handle: async ({ db, body, caller }) => {
      if (!actsFor(caller, body.charityId) || !(await organisationExists(db, 'charity', body.charityId)))
        throw badField('charityId', 'names no charity; add it by POST /v1/charities first');
      assertOwnCurrency(body.currency, body);
      const [row] = await db<ProjectRow>('projects')
        .insert({
          id: newId(),
          charity_id: body.charityId,
          title: body.title,
          currency: body.currency,
          goal: body.goal ? toMinor(body.goal) : null,
          impact_unit: body.impact?.unit ?? null,
          impact_cost: body.impact ? toMinor(body.impact.cost) : null,
        })
        .returning('*');
      await openTopic(db, topicOf('project', row!.id), { title: body.title, goal: body.goal });
      return { body: toWire(row!) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/projects',
    summary: 'Lists projects, newest first; those in the archive only when asked for',
    query: pageQuery.extend({ charityId: id.optional(), archived: z.enum(['true', 'false']).optional() }),
    answer: { status: 200, description: 'A page', schema: listOf(projectSchema) },
    handle: async ({ db, query }) => {
      const projects = db('projects');
      if (query.charityId !== undefined) void projects.where({ charity_id: query.charityId });
      if (query.archived === 'true') void projects.whereNotNull('archived_at');
      else void projects.whereNull('archived_at');
      return answerPage<ProjectRow>(projects, query, 'created_at', toWire);
    },
  }),
];
