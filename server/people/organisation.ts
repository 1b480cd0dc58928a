import type { Knex } from 'knex';
import { z } from 'zod';
import { organisationKinds, type OrganisationKind } from '../http/access.js';

export interface OrganisationRow {
  id: string;
  kind: OrganisationKind;
  name: string;
  country: string | null;
  registration_number: string | null;
  created_at: Date;
  /** Of charities, once migration 018 has been here. */
  verified_at?: Date | null;
}

/** An organisation as its members and operators see it. */
export const organisationOut = z.object({
  id: z.string(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  country: z.string().optional(),
  registrationNumber: z.string().optional(),
  verifiedAt: z.string().optional().openapi({ description: 'of charities: when an operator verified it' }),
  createdAt: z.string(),
});

export const organisationToWire = (row: OrganisationRow) => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  ...(row.country !== null && { country: row.country }),
  ...(row.registration_number !== null && { registrationNumber: row.registration_number }),
  ...(row.verified_at && { verifiedAt: row.verified_at.toISOString() }),
  createdAt: row.created_at.toISOString(),
});

/**
 * Lets the rest of this transaction act for one organisation more: one that is being made, or that an invitation has just
 * opened. Row-level security would show nothing of it otherwise.
 */
export async function actForAlso(db: Knex, organisationId: string): Promise<void> {
  await db.raw(
    `SELECT set_config('kindcast.organisations',
       concat_ws(',', nullif(current_setting('kindcast.organisations', true), ''), ?::text), true)`,
    [organisationId],
  );
}
