import type { Knex } from 'knex';
import { z } from 'zod';
import { assertOwn } from '../http/caller.js';
import { defineRoute } from '../http/define-route.js';
import { notFound } from '../http/problem.js';
import { id, money } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';
import { organisationExists } from '../people/organisation-routes.js';
import { namedProject, namesOfProjects } from './rule-told.js';

const stages = {
  given: money.openapi({ description: 'pledged + confirmed + paid: what stands after reversals' }),
  pledged: money,
  confirmed: money,
  paid: money,
};

const owed = z.object({
  currencies: z.array(
    z.object({
      currency: z.string(),
      ...stages,
      owed: money.openapi({ description: 'What the merchant owes now, as its account in the books says' }),
      orders: z.int(),
      projects: z.array(namedProject.extend({ given: money })),
    }),
  ),
});

interface SumRow {
  currency: string;
  pledged: bigint;
  confirmed: bigint;
  paid: bigint;
  orders: bigint;
}

/** What a merchant's shops have given, how far that is on its way, and what the merchant owes now. */
export const owedRoute = defineRoute({
  method: 'get',
  path: '/v1/merchants/{id}/owed',
  summary: 'What a merchant owes now, per currency, and what its shops gave to which projects',
  params: z.object({ id }),
  answer: { status: 200, description: 'Per currency', schema: owed },
  handle: async ({ db, params, caller }) => {
    assertOwn(caller, params.id, 'merchant');
    if (!(await organisationExists(db, 'merchant', params.id))) throw notFound('merchant');
    const sums = await sumsOf(db, params.id);
    const projects = await projectsOf(db, params.id);
    const owes = await owedOf(db, params.id);
    const names = await namesOfProjects(
      db,
      projects.map((project) => project.projectId),
    );
    const body: z.infer<typeof owed> = {
      currencies: sums.map(({ currency, pledged, confirmed, paid, orders }) => ({
        currency,
        given: toMoney(pledged + confirmed + paid, currency),
        pledged: toMoney(pledged, currency),
        confirmed: toMoney(confirmed, currency),
        paid: toMoney(paid, currency),
        owed: toMoney(owes.get(currency) ?? 0n, currency),
        orders: parseInt(orders.toString(), 10),
        projects: projects
          .filter((project) => project.currency === currency)
          .map(({ projectId, given }) => ({ ...names.get(projectId)!, given: toMoney(given, currency) })),
      })),
    };
    return { body };
  },
});

/** From the totals of the merchant's shops, which checks hold against the gifts. */
async function sumsOf(db: Knex, merchantId: string): Promise<SumRow[]> {
  const { rows } = await db.raw<{ rows: SumRow[] }>(
    `SELECT t.currency, sum(t.pledged)::bigint AS pledged, sum(t.confirmed)::bigint AS confirmed,
       sum(t.paid)::bigint AS paid, sum(t.orders)::bigint AS orders
     FROM shops s JOIN topic_totals t ON t.topic = 'shop:' || s.id
     WHERE s.merchant_id = ? GROUP BY t.currency ORDER BY t.currency`,
    [merchantId],
  );
  return rows;
}

async function projectsOf(db: Knex, merchantId: string) {
  const { rows } = await db.raw<{ rows: { projectId: string; currency: string; given: bigint }[] }>(
    `SELECT t.project_id AS "projectId", t.currency, sum(t.given)::bigint AS given
     FROM shops s JOIN topic_projects t ON t.topic = 'shop:' || s.id
     WHERE s.merchant_id = ? GROUP BY t.project_id, t.currency HAVING sum(t.given) > 0 ORDER BY sum(t.given) DESC, 1`,
    [merchantId],
  );
  return rows;
}

/** The merchant's account: debited by what is pledged, credited by what is reversed or has been collected. */
async function owedOf(db: Knex, merchantId: string): Promise<Map<string, bigint>> {
  const rows: { currency: string; owed: bigint }[] = await db('accounts')
    .where({ kind: 'merchant-owes', owner: merchantId })
    .select('currency', { owed: db.raw('debits - credits') });
  return new Map(rows.map((row) => [row.currency, row.owed]));
}
