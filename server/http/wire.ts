import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { isCurrency, MoneyError, toMinor } from '../ledger/money.js';

extendZodWithOpenApi(z);

/** Pieces of the wire that many routes share, each with the message a person reads when it does not fit. */

/** PostgreSQL cannot store NUL or half a surrogate pair, and no name needs control characters. */
// eslint-disable-next-line no-control-regex
const noControlCharacters = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u;

/** With them one name could turn the words around it about: `\u202e` shows "gpj.exe" as "exe.jpg". */
const noOverridesOfDirection = /^[^\u202a-\u202e\u2066-\u2069]*$/u;

export const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must have at most ${longest} characters`)
    .regex(noControlCharacters, 'must not contain control characters or halves of characters')
    .regex(noOverridesOfDirection, 'must not contain characters that change the direction of writing; leave them out');

/** As those who sign up have one: no signs by which a header or a list of receivers could be told anything else. */
export const email = z.string().trim().max(200).regex(z.regexes.email, 'must be an e-mail address');

/** Organisations are named in letters to people who know nothing of them yet, so a name must not lead anywhere. */
export const organisationName = text(200).refine(
  (name) => !/:\/\/|www\./i.test(name),
  'must be a name alone; leave out addresses such as "https://…"',
);

export const id = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,64}$/, 'must be an id as the server gave it')
  .openapi({ example: '7g3k9m2p4x8q' });

export const currency = z
  .string()
  .refine(isCurrency, 'must be a currency code of ISO 4217 such as "CNY"')
  .openapi({ example: 'CNY', pattern: '^[A-Z]{3}$' });

export const money = z
  .strictObject({ amount: z.string(), currency })
  .superRefine((value, context) => {
    if (!isCurrency(value.currency)) return;
    try {
      toMinor(value);
    } catch (error) {
      if (!(error instanceof MoneyError)) throw error;
      context.addIssue({ code: 'custom', path: ['amount'], message: error.message });
    }
  })
  .openapi('Money', { example: { amount: '12.34', currency: 'CNY' } });

/** Money that must be more than nothing. */
export const moneyAboveZero = money.refine((value) => !isCurrency(value.currency) || !/^[0.]*$/.test(value.amount), {
  path: ['amount'],
  message: 'must be more than zero',
});

export const time = z.iso
  .datetime({ offset: true, error: 'must be a time such as "2026-11-23T12:00:00Z"' })
  .refine((text) => !Number.isNaN(Date.parse(text)), 'must be a time that exists')
  .transform((text) => new Date(text).toISOString())
  .openapi({ type: 'string', format: 'date-time' });

export const country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters such as "CN"');

/** What a money amount looks like in answers: checked by the database and the ledger, so not checked again here. */
export const amountOut = z.string().openapi({ example: '12.34' });

/** Query of every list. */
export const pageQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 200')
    .transform((digits) => parseInt(digits, 10))
    .refine((limit) => limit >= 1 && limit <= 200, 'must be a whole number from 1 to 200')
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: 200 }),
  cursor: z.string().max(200).optional(),
});

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().optional() });
