import { z } from 'zod';
import { toCsv } from '../http/csv.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { amountOut, id } from '../http/wire.js';
import { ownSession } from '../live/own-session.js';
import { sessionSeen, sessionSeenSchema } from '../live/session-wire.js';
import { readReport, type Report } from './read-report.js';

const sums = { currency: z.string(), orders: z.int(), given: amountOut };

const reportSchema = z.object({
  session: sessionSeenSchema,
  at: z.string(),
  totals: z.array(
    z.object({
      ...sums,
      pledged: amountOut,
      confirmed: amountOut,
      paid: amountOut,
      units: z.int(),
      averageGift: amountOut.openapi({ description: 'given by orders, half up' }),
    }),
  ),
  projects: z.array(
    z.object({ projectId: z.string(), title: z.string(), charity: z.string(), currency: z.string(), given: amountOut }),
  ),
  shops: z.array(z.object({ ...sums, shopId: z.string(), domain: z.string(), merchant: z.string(), units: z.int() })),
  items: z
    .array(
      z.object({ ...sums, shopId: z.string(), productId: z.string(), title: z.string().nullable(), units: z.int() }),
    )
    .openapi({ description: 'those that gave most first, at most 500' }),
  reversals: z
    .array(z.object({ ...sums, reason: z.string() }))
    .openapi({ description: 'what was taken back, by why: refund, cancelled, edited …' }),
  recognised: z
    .array(z.object({ evidence: z.string(), orders: z.int() }))
    .openapi({ description: 'how orders were known to belong to the session' }),
  timeline: z.object({
    stepSeconds: z.int(),
    steps: z.array(z.object({ ...sums, at: z.string() })).openapi({
      description:
        'while it was live; a step in which nothing happened is left out; less than 0 where more was taken back',
    }),
  }),
  peaks: z.array(z.object({ ...sums, at: z.string() })).openapi({ description: 'the best step of each currency' }),
});

/** What a session came to. */
export const reportRoutes = (publicUrl: string): Route[] => [
  defineRoute({
    method: 'get',
    path: '/v1/sessions/{id}/report',
    summary:
      'What a session came to: by currency, project, shop and item, what was taken back and why, minute by minute',
    params: z.object({ id }),
    answer: { status: 200, description: 'The report as of now', schema: reportSchema },
    handle: async ({ db, params, caller }) => {
      const row = await ownSession(db, caller, params.id);
      const [session, report] = [await sessionSeen(db, row, publicUrl), await readReport(db, row)];
      return { body: { session, at: new Date().toISOString(), ...report } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/sessions/{id}/report.csv',
    operationId: 'getSessionReportCsv',
    summary: 'The same for spreadsheets, one row for each number',
    params: z.object({ id }),
    answer: { status: 200, description: 'CSV in UTF-8', schema: z.string(), contentType: 'text/csv' },
    handle: async ({ db, params, caller }) => {
      const row = await ownSession(db, caller, params.id);
      return {
        body: reportCsv(await readReport(db, row)),
        headers: { 'Content-Disposition': `attachment; filename="kindcast-${row.id}.csv"` },
      };
    },
  }),
];

const head = ['part', 'id', 'name', 'of', 'currency', 'orders', 'units', 'given'];

/** Parts have names a program can filter by, and so are the same in every language. */
function reportCsv(report: Report): string {
  return toCsv(head, [
    ...report.totals.map((sum) => ['total', '', '', '', sum.currency, sum.orders, sum.units, sum.given]),
    ...report.projects.map((sum) => [
      'project',
      sum.projectId,
      sum.title,
      sum.charity,
      sum.currency,
      '',
      '',
      sum.given,
    ]),
    ...report.shops.map((sum) => [
      'shop',
      sum.shopId,
      sum.domain,
      sum.merchant,
      sum.currency,
      sum.orders,
      sum.units,
      sum.given,
    ]),
    ...report.items.map((sum) => [
      'item',
      sum.productId,
      sum.title,
      sum.shopId,
      sum.currency,
      sum.orders,
      sum.units,
      sum.given,
    ]),
    ...report.reversals.map((sum) => ['reversed', '', sum.reason, '', sum.currency, sum.orders, '', sum.given]),
    ...report.timeline.steps.map((sum) => ['step', '', sum.at, '', sum.currency, sum.orders, '', sum.given]),
  ]);
}
