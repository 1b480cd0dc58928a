import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { assertOwn } from '../http/caller.js';
import { defineRoute } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { badField, notFound, Problem } from '../http/problem.js';
import { id, listOf, pageQuery, text } from '../http/wire.js';
import { reportingRuleFor } from './reporting-rules.js';

const day = z.iso.date('must be a day such as "2026-11-25"').openapi({ format: 'date' });

const report = z.object({
  id: z.string(),
  projectId: z.string(),
  title: z.string(),
  body: z.string(),
  period: z.object({ from: z.string(), until: z.string() }),
  publishedAt: z.string(),
});

interface ReportRow {
  id: string;
  project_id: string;
  title: string;
  body: string;
  period_from: string;
  period_until: string;
  published_at: Date;
}

const toWire = (row: ReportRow) => ({
  id: row.id,
  projectId: row.project_id,
  title: row.title,
  body: row.body,
  period: { from: row.period_from, until: row.period_until },
  publishedAt: row.published_at.toISOString(),
});

/** A project may tell a lot, but its page is opened by crowds. */
const reportsMax = 400;

const due = z.object({
  projectId: z.string(),
  title: z.string(),
  lastPublishedAt: z.string().optional(),
  dueAt: z
    .string()
    .optional()
    .openapi({ description: 'Missing while nothing has been given: there is nothing to tell.' }),
  overdue: z.boolean(),
  everyMonths: z.int(),
});

interface DueRow {
  id: string;
  title: string;
  country: string | null;
  given: boolean;
  last: Date | null;
  due: Date;
}

/** What charities tell of their projects, and when the next word is due. What is published stays: the next one corrects it. */
export const reportRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/projects/{id}/reports',
    summary: 'Publishes what became of the money, as text on the public page of the project; it stays there',
    params: z.object({ id }),
    body: z.strictObject({
      title: text(200),
      body: text(20_000),
      period: z.strictObject({ from: day, until: day }),
    }),
    answer: { status: 201, description: 'The report', schema: report },
    handle: async ({ db, params, body, caller }) => {
      const project = await db('projects').where({ id: params.id }).first('id', 'charity_id');
      if (!project) throw notFound('project');
      assertOwn(caller, project.charity_id, 'project');
      const { from, until } = body.period;
      if (until < from) throw badField('period.until', 'must not be before period.from');
      if (until > new Date(Date.now() + 24 * 3_600_000).toISOString())
        throw badField('period.until', 'is in the future; a report tells what has been');
      const { count } = await db('project_reports').where({ project_id: params.id }).first(db.raw('count(*)::int'));
      if (count >= reportsMax) throw new Problem('conflict', `A project has at most ${reportsMax} reports.`);
      const [row] = await db('project_reports')
        .insert({
          id: newId(),
          project_id: project.id,
          charity_id: project.charity_id,
          title: body.title,
          body: body.body,
          period_from: from,
          period_until: until,
        })
        .returning(reportColumns(db));
      return { body: toWire(row) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/projects/{id}/reports',
    summary: 'What a project has reported, newest first',
    params: z.object({ id }),
    query: pageQuery,
    answer: { status: 200, description: 'A page', schema: listOf(report) },
    handle: async ({ db, params, query }) => {
      if (!(await db('projects').where({ id: params.id }).first('id'))) throw notFound('project');
      // Days as text: a JavaScript date would move them into a time zone.
      const reports = db.from(
        db('project_reports').where({ project_id: params.id }).select(reportColumns(db)).as('reports'),
      );
      return answerPage<ReportRow>(reports, query, 'published_at', toWire);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/charities/{id}/reports-due',
    summary: 'For each project of a charity, when its next report is due',
    params: z.object({ id }),
    answer: { status: 200, description: 'Soonest first', schema: listOf(due) },
    handle: async ({ db, params, caller }) => {
      assertOwn(caller, params.id, 'charity');
      const now = new Date();
      const charity = await db('organisations').where({ id: params.id, kind: 'charity' }).first('country');
      if (!charity) throw notFound('charity');
      const { everyMonths } = reportingRuleFor(charity.country ?? undefined, now);
      const { rows } = await db.raw<{ rows: DueRow[] }>(
        `SELECT p.id, p.title, r.last, coalesce(r.last, p.created_at) + make_interval(months => ?) AS due,
           EXISTS (SELECT FROM topic_totals t WHERE t.topic = 'project:' || p.id) AS given
         FROM projects p LEFT JOIN LATERAL (
           SELECT max(published_at) AS last FROM project_reports WHERE project_id = p.id) r ON true
         WHERE p.charity_id = ? AND p.archived_at IS NULL ORDER BY given DESC, due, p.id LIMIT 500`,
        [everyMonths, params.id],
      );
      return { body: { items: rows.map((row) => dueToWire(row, everyMonths, now)) } };
    },
  }),
];

const reportColumns = (db: { raw(sql: string): unknown }) =>
  [
    'id',
    'project_id',
    'title',
    'body',
    'published_at',
    db.raw('period_from::text'),
    db.raw('period_until::text'),
  ] as string[];

const dueToWire = (row: DueRow, everyMonths: number, now: Date) => ({
  projectId: row.id,
  title: row.title,
  ...(row.last && { lastPublishedAt: row.last.toISOString() }),
  ...(row.given && { dueAt: row.due.toISOString() }),
  overdue: row.given && row.due < now,
  everyMonths,
});
