import type { Knex } from 'knex';
import { z } from 'zod';
import type { Share, ShareBase } from './giving-rule.js';
import { share, shareBase } from './rule-terms.js';
import { ruleWords } from './rule-words.js';
import { money } from '../http/wire.js';
import { toMoney } from '../ledger/money.js';

/** A sentence in every language. */
export const words = z.object({ en: z.string(), 'zh-CN': z.string() }).openapi('Words');

/** A project as it is named beside a rule. */
export const namedProject = z.object({
  projectId: z.string(),
  title: z.string(),
  charity: z.object({ id: z.string(), name: z.string(), verified: z.boolean() }),
});

/** A rule's terms with the names of its projects, and the sentence for buyers. */
export const termsTold = z.object({
  share,
  base: shareBase,
  projects: z.array(namedProject.extend({ weight: z.int() })),
  from: z.string().optional().openapi({ description: 'Absent for a draft that begins when it is switched on' }),
  until: z.string().optional(),
  cap: money.optional(),
  words,
});

export type NamedProject = z.infer<typeof namedProject>;

/** Names of projects and of the charities behind them, by project id. */
export async function namesOfProjects(db: Knex, ids: Iterable<string>): Promise<Map<string, NamedProject>> {
  const rows: {
    projectId: string;
    title: string;
    charityId: string;
    charityName: string;
    verified: boolean;
  }[] = await db('projects')
    .join('organisations', 'organisations.id', 'projects.charity_id')
    .whereIn('projects.id', [...new Set(ids)])
    .select({
      projectId: 'projects.id',
      title: 'projects.title',
      charityId: 'organisations.id',
      charityName: 'organisations.name',
      verified: db.raw('organisations.verified_at IS NOT NULL'),
    });
  return new Map(
    rows.map(({ projectId, title, charityId, charityName, verified }) => [
      projectId,
      { projectId, title, charity: { id: charityId, name: charityName, verified } },
    ]),
  );
}

/** The terms of a rule, a draft or a version. */
export interface TermsKnown {
  share: Share;
  base: ShareBase;
  projects: readonly { projectId: string; weight: number }[];
  from?: Date | undefined;
  until?: Date | undefined;
  cap?: bigint | undefined;
  capReached?: boolean | undefined;
}

/** Terms on the wire, told with names and as a sentence. */
export function tellTerms(terms: TermsKnown, currency: string, names: ReadonlyMap<string, NamedProject>) {
  const projects = terms.projects.map(({ projectId, weight }) => ({ ...names.get(projectId)!, weight }));
  const cap = terms.cap === undefined ? undefined : toMoney(terms.cap, currency);
  return {
    share: terms.share,
    base: terms.base,
    projects,
    ...(terms.from && { from: terms.from.toISOString() }),
    ...(terms.until && { until: terms.until.toISOString() }),
    ...(cap && { cap }),
    words: ruleWords({
      share: terms.share,
      base: terms.base,
      currency,
      projects: projects.map(({ title, charity, weight }) => ({
        title,
        charity: charity.name,
        weight: BigInt(weight),
      })),
      until: terms.until,
      cap,
      capReached: terms.capReached,
    }),
  };
}
