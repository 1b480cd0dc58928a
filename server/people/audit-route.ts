import { z } from 'zod';
import { onlyOwn } from '../http/caller.js';
import { defineRoute } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { amountOut, id, listOf, pageQuery } from '../http/wire.js';
import { auditAmounts } from './audit-amounts.js';

interface AuditRow {
  id: string;
  at: Date;
  organisation_id: string | null;
  actor: { kind: string; id?: string; name: string; ip?: string; agent?: string; requestId?: string };
  action: 'created' | 'changed' | 'removed';
  subject_table: string;
  subject_id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

const amounts = z.record(z.string(), z.object({ amount: amountOut, currency: z.string() })).optional();

const entry = z.object({
  id: z.string(),
  at: z.string(),
  organisationId: z.string().optional(),
  actor: z
    .object({
      kind: z.string(),
      id: z.string().optional(),
      name: z.string(),
      ip: z.string().optional(),
      agent: z.string().optional(),
      requestId: z.string().optional(),
    })
    .openapi({ description: 'who; "system" where neither a person nor a key asked for it' }),
  action: z.enum(['created', 'changed', 'removed']),
  subject: z.object({ table: z.string(), id: z.string() }),
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
  amounts: z.object({ before: amounts, after: amounts }).optional().openapi({
    description: 'what in "before" and "after" is money, by its name; not there where no currency is known',
  }),
});

const toWire = async (row: AuditRow, amountsOf: ReturnType<typeof auditAmounts>) => ({
  id: String(row.id),
  at: row.at.toISOString(),
  ...(row.organisation_id !== null && { organisationId: row.organisation_id }),
  actor: row.actor,
  action: row.action,
  subject: { table: row.subject_table, id: row.subject_id },
  ...(row.before && { before: row.before }),
  ...(row.after && { after: row.after }),
  ...(await amountsOf(row)),
});

/** What triggers wrote down (migration 014): for an organisation's owners what concerns it, for operators everything. */
export const auditRoute = defineRoute({
  method: 'get',
  path: '/v1/audit-trail',
  summary: 'Who changed what, when, from where, before and after; newest first',
  query: pageQuery.extend({ organisation: id.optional() }),
  answer: { status: 200, description: 'A page', schema: listOf(entry) },
  handle: async ({ db, query, caller }) => {
    const entries = onlyOwn(db('audit_trail'), 'organisation_id', caller);
    if (query.organisation !== undefined) void entries.where({ organisation_id: query.organisation });
    const amountsOf = auditAmounts(db);
    return answerPage<AuditRow>(entries, query, 'at', (row) => toWire(row, amountsOf));
  },
});
