import { z } from 'zod';
import { id, text } from '../http/wire.js';
import { eventTypes, type EventType } from './event-types.js';

export interface EndpointRow {
  id: string;
  organisation_id: string;
  url: string;
  events: EventType[];
  description: string | null;
  enabled: boolean;
  disabled_reason: 'by-hand' | 'gone' | 'failed' | 'overfull' | null;
  secret: Buffer;
  previous_secret: Buffer | null;
  previous_until: Date | null;
  last_success_at: Date | null;
  created_at: Date;
}

const eventList = z
  .array(z.enum(eventTypes, { error: `must be one of ${eventTypes.join(', ')}` }))
  .min(1, 'must name at least one event')
  .max(eventTypes.length, 'must name each event once')
  .refine((types) => new Set(types).size === types.length, 'must name each event once');

/** What the people of an organisation decide about an endpoint. */
const settings = {
  url: text(500).openapi({ example: 'https://example.org/kindcast' }),
  events: eventList,
  description: text(200).optional(),
};

export const newEndpoint = z.strictObject({
  organisationId: id
    .optional()
    .openapi({ description: 'whose it is; may be left out by callers who act for one organisation' }),
  ...settings,
});

export const changedEndpoint = z.strictObject({ ...settings, enabled: z.boolean().default(true) });

export const endpointSchema = z.object({
  id: z.string(),
  organisationId: z.string(),
  url: z.string(),
  events: z.array(z.enum(eventTypes)),
  description: z.string().optional(),
  enabled: z.boolean(),
  disabledReason: z.enum(['by-hand', 'gone', 'failed', 'overfull']).optional().openapi({
    description:
      'by-hand: switched off by its people; gone: it answered 410; failed: it took nothing for three days; overfull: too much waited for it',
  }),
  previousSecretUntil: z.string().optional().openapi({ description: 'until then the secret before signs too' }),
  lastSuccessAt: z.string().optional(),
  createdAt: z.string(),
});

/** The one answer that shows the secret. */
export const endpointWithSecret = endpointSchema.extend({
  secret: z.string().openapi({ description: 'signs what is sent; shown this once', example: 'whsec_…' }),
});

export const endpointToWire = (row: EndpointRow) => ({
  id: row.id,
  organisationId: row.organisation_id,
  url: row.url,
  events: row.events,
  ...(row.description !== null && { description: row.description }),
  enabled: row.enabled,
  ...(row.disabled_reason !== null && { disabledReason: row.disabled_reason }),
  ...(row.previous_until !== null &&
    row.previous_until > new Date() && { previousSecretUntil: row.previous_until.toISOString() }),
  ...(row.last_success_at !== null && { lastSuccessAt: row.last_success_at.toISOString() }),
  createdAt: row.created_at.toISOString(),
});
