import type { Pool } from 'pg';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound } from '../http/problem.js';
import { publicAnswer } from '../http/public-answer.js';
import { id, money } from '../http/wire.js';
import { toMoney, type Money } from '../ledger/money.js';

/** What everybody may know of a project and the charity behind it. */
export interface ProjectAbout {
  id: string;
  title: string;
  currency: string;
  goal?: Money;
  impact?: { unit: string; cost: Money };
  charity: { id: string; name: string; country?: string; registrationNumber?: string };
}

const about = z.object({
  id: z.string(),
  title: z.string(),
  currency: z.string(),
  goal: money.optional(),
  impact: z.object({ unit: z.string(), cost: money }).optional(),
  charity: z.object({
    id: z.string(),
    name: z.string(),
    country: z.string().optional(),
    registrationNumber: z.string().optional(),
  }),
  pageUrl: z.string().openapi({ description: 'the public page of the project' }),
});

/** The public page of a project. */
export const projectPageUrl = (publicUrl: string, projectId: string) => `${publicUrl}/projects/${projectId}`;

export const projectAboutRoute = (pool: Pool, publicUrl: string): Route =>
  defineRoute({
    method: 'get',
    path: '/v1/projects/{id}/about',
    summary: 'What a project is and which charity it belongs to',
    params: z.object({ id }),
    answer: { status: 200, description: 'The project', schema: about },
    handle: async ({ params }) => {
      const project = await findProjectAbout(pool, params.id);
      if (!project) throw notFound('project');
      return publicAnswer({ ...project, pageUrl: projectPageUrl(publicUrl, project.id) });
    },
  });

export async function findProjectAbout(pool: Pool, projectId: string): Promise<ProjectAbout | undefined> {
  const { rows } = await pool.query<{
    id: string;
    title: string;
    currency: string;
    goal: bigint | null;
    impact_unit: string | null;
    impact_cost: bigint | null;
    charity_id: string;
    name: string;
    country: string | null;
    registration_number: string | null;
  }>({
    name: 'about-project',
    text: `SELECT p.id, p.title, p.currency, p.goal, p.impact_unit, p.impact_cost, p.charity_id, o.name, o.country,
        o.registration_number
      FROM projects p JOIN organisations o ON o.id = p.charity_id WHERE p.id = $1`,
    values: [projectId],
  });
  const [row] = rows;
  if (!row) return undefined;
  return {
    id: row.id,
    title: row.title,
    currency: row.currency,
    ...(row.goal !== null && { goal: toMoney(row.goal, row.currency) }),
    ...(row.impact_unit !== null && {
      impact: { unit: row.impact_unit, cost: toMoney(row.impact_cost!, row.currency) },
    }),
    charity: {
      id: row.charity_id,
      name: row.name,
      ...(row.country !== null && { country: row.country }),
      ...(row.registration_number !== null && { registrationNumber: row.registration_number }),
    },
  };
}
