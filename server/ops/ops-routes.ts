import type { Pool } from 'pg';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { runChecks, type BookCheck } from '../ledger/checks.js';
import { databaseProbe } from './database-probe.js';
import { healthReport, healthReportSchema } from './health-report.js';

export interface OpsNeeds {
  intakePool: Pool;
  checksPool: Pool;
  /** Prometheus text about everything that belongs to this server. */
  figures(): Promise<string>;
  checks: readonly BookCheck[];
  /** False while the server is stopping. */
  takesOrders(): boolean;
  /** Where the embedded database lies; undefined when the database is somebody else's. */
  ownDisk: string | undefined;
}

export function opsRoutes(needs: OpsNeeds): Route[] {
  const takesWrites = databaseProbe(needs.intakePool);
  return [
    defineRoute({
      method: 'get',
      path: '/healthz',
      summary: 'The process is alive',
      answer: { status: 200, description: 'Alive', schema: z.object({ status: z.literal('alive') }) },
      handle: async () => ({ body: { status: 'alive' }, headers: { 'Cache-Control': 'no-store' } }),
    }),
    defineRoute({
      method: 'get',
      path: '/readyz',
      summary: 'Orders can be counted (503 if not)',
      answer: { status: 200, description: 'Ready', schema: z.object({ status: z.enum(['ready', 'not ready']) }) },
      handle: async () => {
        const ready = needs.takesOrders() && (await takesWrites());
        return {
          status: ready ? 200 : 503,
          body: { status: ready ? 'ready' : 'not ready' },
          headers: { 'Cache-Control': 'no-store' },
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/metrics',
      summary: 'Figures for Prometheus',
      answer: {
        status: 200,
        description: 'Prometheus text',
        schema: z.string(),
        contentType: 'text/plain; version=0.0.4',
      },
      handle: async () => ({ body: await needs.figures() }),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/checks',
      summary: 'Runs every check of the books now',
      answer: {
        status: 200,
        description: 'Each check with the rows that break it',
        schema: z.object({
          ok: z.boolean(),
          checks: z.array(
            z.object({ name: z.string(), says: z.string(), ok: z.boolean(), offending: z.array(z.unknown()) }),
          ),
        }),
      },
      handle: async () => ({ body: await runChecks(needs.checksPool, needs.checks) }),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/health-report',
      summary: 'How the installation is, part by part, in sentences',
      answer: { status: 200, description: 'All parts', schema: healthReportSchema },
      handle: async ({ db }) => ({ body: await healthReport(db, { ...needs, takesWrites }) }),
    }),
  ];
}
