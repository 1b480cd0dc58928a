import type { Knex } from 'knex';
import { z } from 'zod';
import { assertOwn, type Caller } from '../http/caller.js';
import { defineRoute } from '../http/define-route.js';
import { badField, notFound } from '../http/problem.js';
import { currency, id, moneyAboveZero, text } from '../http/wire.js';
import { toMinor } from '../ledger/money.js';
import { retellTopic, topicOf } from '../totals/topics.js';
import { assertOwnCurrency, projectSchema, toWire, type ProjectRow } from './project-row.js';

/**
 * What may change of a project, and what may not any more once somebody has given to it: people gave for this title, in
 * this currency, towards this goal. Operators can put a mistake right all the same; the audit trail tells of it.
 */
export const changeProjectRoutes = [
  defineRoute({
    method: 'put',
    path: '/v1/projects/{id}',
    summary: 'Changes a project; once something has been given, its title stays and its goal can only be raised',
    params: z.object({ id }),
    body: z.strictObject({
      title: text(200),
      currency: currency.optional(),
      goal: moneyAboveZero.optional(),
      impact: z.strictObject({ unit: text(100), cost: moneyAboveZero }).optional(),
    }),
    answer: { status: 200, description: 'The project as it is now', schema: projectSchema },
    handle: async ({ db, params, body, caller }) => {
      const row = await ownProject(db, params.id, caller);
      if (body.currency !== undefined && body.currency !== row.currency)
        throw badField('currency', `stays ${row.currency}; make another project for gifts in ${body.currency}`);
      assertOwnCurrency(row.currency, body);
      const goal = body.goal ? toMinor(body.goal) : null;
      if (!caller.operator && (await hasBeenGivenTo(db, params.id))) assertHonest(row, { ...body, goal });
      const [now] = await db<ProjectRow>('projects')
        .where({ id: params.id })
        .update({
          title: body.title,
          goal,
          impact_unit: body.impact?.unit ?? null,
          impact_cost: body.impact ? toMinor(body.impact.cost) : null,
        })
        .returning('*');
      await retellTopic(db, topicOf('project', params.id), { title: body.title, goal: body.goal });
      return { body: toWire(now!) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/projects/{id}/archive',
    summary: 'Takes a project off the lists: no new rule can give to it; rules that stand go on, and its page stays',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    answer: { status: 200, description: 'The project, archived', schema: projectSchema },
    handle: ({ db, params, caller }) => setArchived(db, params.id, caller, db.raw('coalesce(archived_at, now())')),
  }),
  defineRoute({
    method: 'post',
    path: '/v1/projects/{id}/restore',
    summary: 'Takes a project out of the archive again',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    answer: { status: 200, description: 'The project, open to gifts', schema: projectSchema },
    handle: ({ db, params, caller }) => setArchived(db, params.id, caller, null),
  }),
];

async function ownProject(db: Knex, projectId: string, caller: Caller): Promise<ProjectRow> {
  const row = await db<ProjectRow>('projects').where({ id: projectId }).forUpdate().first();
  if (!row) throw notFound('project');
  assertOwn(caller, row.charity_id, 'project');
  return row;
}

async function setArchived(db: Knex, projectId: string, caller: Caller, at: Knex.Raw | null) {
  await ownProject(db, projectId, caller);
  const [row] = await db('projects').where({ id: projectId }).update({ archived_at: at }).returning('*');
  return { body: toWire(row) };
}

/** A project's totals have a row from its first gift on, whatever became of that. */
async function hasBeenGivenTo(db: Knex, projectId: string): Promise<boolean> {
  const topic = topicOf('project', projectId);
  return (await db('topic_totals').where({ topic }).first('topic')) !== undefined;
}

function assertHonest(
  row: ProjectRow,
  wanted: { title: string; goal: bigint | null; impact?: { unit: string } | undefined },
): void {
  if (wanted.title !== row.title)
    throw badField(
      'title',
      'stays as it is, because gifts were made under it; make another project, or ask an operator',
    );
  if (row.goal !== null && (wanted.goal === null || wanted.goal < row.goal))
    throw badField('goal', 'can only be raised now, because gifts were made towards it');
  if (row.impact_unit !== null && wanted.impact?.unit !== row.impact_unit)
    throw badField('impact.unit', 'stays as it is, because gifts were made for it; what one costs may change');
}
