import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { actsFor } from '../http/caller.js';
import { defineRoute } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { badField } from '../http/problem.js';
import { currency, id, listOf, money, moneyAboveZero, pageQuery, text } from '../http/wire.js';
import { toMinor, toMoney } from '../ledger/money.js';
import { organisationExists } from '../people/organisation-routes.js';
import { openTopic, topicOf } from '../totals/topics.js';

interface ProjectRow {
  id: string;
  charity_id: string;
  title: string;
  currency: string;
  goal: bigint | null;
  impact_unit: string | null;
  impact_cost: bigint | null;
  created_at: Date;
}

const project = z.object({
  id: z.string(),
  charityId: z.string(),
  title: z.string(),
  currency: z.string(),
  goal: money.optional(),
  impact: z.object({ unit: z.string(), cost: money }).optional(),
  createdAt: z.string(),
});

const toWire = (row: ProjectRow) => ({
  id: row.id,
  charityId: row.charity_id,
  title: row.title,
  currency: row.currency,
  ...(row.goal !== null && { goal: toMoney(row.goal, row.currency) }),
  ...(row.impact_unit !== null && {
    impact: { unit: row.impact_unit, cost: toMoney(row.impact_cost!, row.currency) },
  }),
  createdAt: row.created_at.toISOString(),
});

/** Which of these projects do not exist. */
export async function missingProjects(db: Knex, ids: readonly string[]): Promise<string[]> {
  const found = new Set((await db('projects').whereIn('id', ids).select('id')).map((row) => row.id));
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
    answer: { status: 201, description: 'The project', schema: project },
    handle: async ({ db, body, caller }) => {
      if (!actsFor(caller, body.charityId) || !(await organisationExists(db, 'charity', body.charityId)))
        throw badField('charityId', 'names no charity; add it by POST /v1/charities first');
      for (const [path, sum] of [
        ['goal.currency', body.goal],
        ['impact.cost.currency', body.impact?.cost],
      ] as const)
        if (sum && sum.currency !== body.currency)
          throw badField(path, `must be the project's currency, ${body.currency}`);
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
    summary: 'Lists projects, newest first',
    query: pageQuery,
    answer: { status: 200, description: 'A page', schema: listOf(project) },
    handle: async ({ db, query }) => {
      return answerPage<ProjectRow>(db('projects'), query, 'created_at', toWire);
    },
  }),
];
