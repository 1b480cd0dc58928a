import type { Knex } from 'knex';
import { z } from 'zod';
import { badField } from '../http/problem.js';
import { id, moneyAboveZero, text, time } from '../http/wire.js';
import { MoneyError, toMinor } from '../ledger/money.js';
import { missingProjects } from '../projects/project-routes.js';
import type { Share } from './giving-rule.js';

export const productId = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,64}$/, "must be the store's own product id, such as 632910392")
  .openapi({ example: '632910392' });

const percent = z
  .string()
  .regex(/^(0|[1-9]\d{0,2})(\.\d{1,4})?$/, 'must be a plain decimal percentage such as "5" or "0.5"')
  .refine((value) => !/^[0.]*$/.test(value) && (/^\d{1,2}(\.|$)/.test(value) || /^100(\.0+)?$/.test(value)), {
    message: 'must be more than 0 and at most 100',
  });

export const share = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), value: percent }),
    z.strictObject({ kind: z.literal('perUnit'), amount: z.string() }),
    z.strictObject({ kind: z.literal('perOrder'), amount: z.string() }),
  ])
  .openapi('Share');

export const shareBase = z.enum(['asPriced', 'exTax'], 'must be "asPriced" or "exTax"');

const projects = z
  .array(
    z.strictObject({
      projectId: id,
      weight: z.int('must be a whole number').min(0, 'must not be negative').max(1_000_000, 'must be at most 1000000'),
    }),
  )
  .min(1, 'must name at least one project')
  .max(20, 'must name at most 20 projects')
  .refine((list) => list.some((entry) => entry.weight > 0), 'must give at least one project a weight above 0')
  .refine((list) => new Set(list.map((entry) => entry.projectId)).size === list.length, 'must name each project once');

export const itemTitle = text(300);

/** The fields that say what a rule promises, for one item or many. */
export const termsFields = {
  share,
  base: shareBase.optional(),
  projects,
  from: time.optional(),
  until: time.optional(),
  cap: moneyAboveZero.optional(),
};

export type Terms = z.infer<z.ZodObject<typeof termsFields>>;

/**
 * What the schema alone cannot see of some terms: amounts and cap in the shop's currency, an end after the beginning,
 * projects that exist.
 *
 * @param within where the terms lie in the body, such as `rules.0.`
 * @throws {Problem} naming the field
 */
export async function checkTerms(db: Knex, terms: Terms, currency: string, within = ''): Promise<void> {
  checkShareAmount(terms.share, currency, within);
  if (terms.cap && terms.cap.currency !== currency)
    throw badField(`${within}cap.currency`, `must be the shop's currency, ${currency}`);
  if (terms.until && new Date(terms.until) <= new Date(terms.from ?? Date.now()))
    throw badField(`${within}until`, 'must be after from (which is now when it is left out)');
  const ids = terms.projects.map((part) => part.projectId);
  const [missing] = await missingProjects(db, ids);
  if (missing !== undefined)
    throw badField(
      `${within}projects.${ids.indexOf(missing)}.projectId`,
      'names no project; add it by POST /v1/projects first',
    );
}

function checkShareAmount(given: Share, currency: string, within: string): void {
  if (given.kind === 'percent') return;
  try {
    if (toMinor({ amount: given.amount, currency }) > 0n) return;
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error;
    throw badField(`${within}share.amount`, error.message);
  }
  throw badField(`${within}share.amount`, 'must be more than zero');
}
