import type { Pool } from 'pg';
import { toMoney, type Money } from '../ledger/money.js';

/** What the public may know of a project and of the charity behind it. What is not known is left out. */
export interface ProjectFacts {
  id: string;
  title: string;
  currency: string;
  goal?: Money;
  impact?: { unit: string; cost: Money };
  charity: {
    id: string;
    name: string;
    country?: string;
    registrationNumber?: string;
    /** An operator has looked at its papers. */
    verified: boolean;
    about?: { zh?: string; en?: string };
    website?: string;
    contact?: string;
  };
}

interface FactsRow {
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
  verified: boolean;
  about_zh: string | null;
  about_en: string | null;
  website: string | null;
  contact: string | null;
}

/** The projects with these ids, those that exist, in the order of their titles. */
export async function readProjectFacts(pool: Pool, ids: readonly string[]): Promise<ProjectFacts[]> {
  const { rows } = await pool.query<FactsRow>({
    name: 'project-facts',
    text: `SELECT p.id, p.title, p.currency, p.goal, p.impact_unit, p.impact_cost, p.charity_id, c.name, c.country,
        c.registration_number, c.verified_at IS NOT NULL AS verified, f.about_zh, f.about_en, f.website, f.contact
      FROM projects p JOIN organisations c ON c.id = p.charity_id LEFT JOIN charity_profiles f ON f.charity_id = c.id
      WHERE p.id = ANY ($1::text[]) ORDER BY p.title, p.id`,
    values: [ids],
  });
  return rows.map(factsOf);
}

function factsOf(row: FactsRow): ProjectFacts {
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
      verified: row.verified,
      ...((row.about_zh !== null || row.about_en !== null) && {
        about: {
          ...(row.about_zh !== null && { zh: row.about_zh }),
          ...(row.about_en !== null && { en: row.about_en }),
        },
      }),
      ...(row.website !== null && { website: row.website }),
      ...(row.contact !== null && { contact: row.contact }),
    },
  };
}

/** What a project has told of the money, as its page shows it: `period` in days. */
export interface ReportFacts {
  id: string;
  title: string;
  body: string;
  period: { from: string; until: string };
  publishedAt: string;
}

/** More than a page should hold; the others are at `GET /v1/projects/{id}/reports`. */
const reportsOnPage = 4;

/** The newest reports of a project, newest first. */
export async function readReports(pool: Pool, projectId: string): Promise<ReportFacts[]> {
  const { rows } = await pool.query<Omit<ReportFacts, 'period'> & { from: string; until: string; published_at: Date }>({
    name: 'project-reports',
    text: `SELECT id, title, body, period_from::text AS from, period_until::text AS until, published_at
      FROM project_reports WHERE project_id = $1 ORDER BY published_at DESC, id LIMIT ${reportsOnPage}`,
    values: [projectId],
  });
  return rows.map(({ id, title, body, from, until, published_at }) => ({
    id,
    title,
    body,
    period: { from, until },
    publishedAt: published_at.toISOString(),
  }));
}
