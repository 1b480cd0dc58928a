import type { Pool } from 'pg';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound } from '../http/problem.js';
import { publicAnswer } from '../http/public-answer.js';
import { id, money } from '../http/wire.js';
import { readProjectFacts } from './projects-for-pages.js';

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
    verified: z.boolean().openapi({ description: 'an operator has looked at its papers' }),
    about: z.object({ zh: z.string().optional(), en: z.string().optional() }).optional(),
    website: z.string().optional(),
    contact: z.string().optional(),
  }),
  pageUrl: z.string().openapi({ description: 'the public page of the project' }),
});

/** The public page of a project. */
export const projectPageUrl = (publicUrl: string, projectId: string) => `${publicUrl}/projects/${projectId}`;

/** What everybody may know of a project and the charity behind it. */
export const projectAboutRoute = (pool: Pool, publicUrl: string): Route =>
  defineRoute({
    method: 'get',
    path: '/v1/projects/{id}/about',
    summary: 'What a project is and which charity it belongs to',
    params: z.object({ id }),
    answer: { status: 200, description: 'The project', schema: about },
    handle: async ({ params }) => {
      const [project] = await readProjectFacts(pool, [params.id]);
      if (!project) throw notFound('project');
      return publicAnswer({ ...project, pageUrl: projectPageUrl(publicUrl, project.id) });
    },
  });
