import type { Knex } from 'knex';
import { z } from 'zod';
import { notFound } from '../http/problem.js';

/** How far an operator's look at a charity has come. Only the verified receive payouts. */
export type VerificationState = 'unverified' | 'waiting' | 'verified' | 'refused';

/** What a charity shows as evidence; what it stands for is said in `widgets/text/console/charity`. */
export const evidenceKinds = ['registration', 'fundraising-permission', 'bank', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const charitySchema = z.object({
  id: z.string(),
  name: z.string(),
  country: z.string().optional(),
  registrationNumber: z.string().optional(),
  about: z.object({ zh: z.string().optional(), en: z.string().optional() }),
  website: z.string().optional(),
  contact: z.string().optional(),
  verification: z.object({
    state: z.enum(['unverified', 'waiting', 'verified', 'refused']),
    version: z.int().openapi({ description: 'Grows with everything an operator has to look at.' }),
    missing: z
      .array(z.enum(['registrationNumber', 'about', 'contact', 'registration']))
      .openapi({ description: 'What has to be there before it can ask to be verified.' }),
    changed: z
      .array(z.enum(['profile', 'registration', 'fundraising-permission', 'bank']))
      .openapi({ description: 'What has changed since it was verified last, so that it waits again.' }),
    askedAt: z.string().optional(),
    verifiedAt: z.string().optional(),
    refusedAt: z.string().optional(),
    reason: z.string().optional().openapi({ description: 'Why it was refused, in the words of the operator.' }),
  }),
  createdAt: z.string(),
});
export type Charity = z.infer<typeof charitySchema>;

interface CharityRow {
  id: string;
  name: string;
  country: string | null;
  registration_number: string | null;
  verified_at: Date | null;
  created_at: Date;
  about_zh: string | null;
  about_en: string | null;
  website: string | null;
  contact: string | null;
  version: number | null;
  asked_at: Date | null;
  refused_at: Date | null;
  refused_reason: string | null;
  changed: string[] | null;
  has_registration: boolean;
}

/** Charities with everything that is known of them, to be narrowed down. */
export const charities = (db: Knex) =>
  db('organisations as o')
    .leftJoin('charity_profiles as p', 'p.charity_id', 'o.id')
    .leftJoin('charity_verifications as v', 'v.charity_id', 'o.id')
    .where('o.kind', 'charity')
    .select<CharityRow[]>(
      ...['id', 'name', 'country', 'registration_number', 'verified_at', 'created_at'].map((column) => `o.${column}`),
      ...['about_zh', 'about_en', 'website', 'contact'].map((column) => `p.${column}`),
      ...['version', 'asked_at', 'refused_at', 'refused_reason', 'changed'].map((column) => `v.${column}`),
      db.raw(
        `EXISTS (SELECT FROM charity_evidence e WHERE e.charity_id = o.id AND e.kind = 'registration') AS has_registration`,
      ),
    );

/** @throws {Problem} `not-found` */
export async function readCharity(db: Knex, id: string): Promise<Charity> {
  const [row] = await charities(db).where('o.id', id);
  if (!row) throw notFound('charity');
  return toWire(row);
}

export const stateOf = (row: Pick<CharityRow, 'verified_at' | 'asked_at' | 'refused_at'>): VerificationState =>
  row.verified_at ? 'verified' : row.asked_at ? 'waiting' : row.refused_at ? 'refused' : 'unverified';

export function toWire(row: CharityRow): Charity {
  const state = stateOf(row);
  return {
    id: row.id,
    name: row.name,
    ...(row.country !== null && { country: row.country }),
    ...(row.registration_number !== null && { registrationNumber: row.registration_number }),
    about: { ...(row.about_zh !== null && { zh: row.about_zh }), ...(row.about_en !== null && { en: row.about_en }) },
    ...(row.website !== null && { website: row.website }),
    ...(row.contact !== null && { contact: row.contact }),
    verification: {
      state,
      version: row.version ?? 0,
      missing: missingOf(row),
      changed: (row.changed ?? []) as Charity['verification']['changed'],
      ...(row.asked_at && { askedAt: row.asked_at.toISOString() }),
      ...(row.verified_at && { verifiedAt: row.verified_at.toISOString() }),
      ...(state === 'refused' && { refusedAt: row.refused_at!.toISOString(), reason: row.refused_reason ?? '' }),
    },
    createdAt: row.created_at.toISOString(),
  };
}

function missingOf(row: CharityRow): Charity['verification']['missing'] {
  return [
    ...(row.registration_number === null ? (['registrationNumber'] as const) : []),
    ...(row.about_zh === null && row.about_en === null ? (['about'] as const) : []),
    ...(row.contact === null ? (['contact'] as const) : []),
    ...(row.has_registration ? [] : (['registration'] as const)),
  ];
}
