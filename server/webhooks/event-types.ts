import { z } from 'zod';
import { money } from '../http/wire.js';

/**
 * What Kindcast tells other programs: the types of events and what each says. None says anything about a buyer. Told
 * as [Standard Webhooks](https://www.standardwebhooks.com/) ask: `{type, timestamp, data}`.
 */

const giftData = z.object({
  giftId: z.string().openapi({ description: 'the same in every event about this gift' }),
  revision: z.number().int().openapi({ description: 'grows with every change of the gift: the higher, the newer' }),
  amount: money.openapi({ description: 'what was added, taken back or confirmed by this change' }),
  stands: money.openapi({ description: 'what the gift stood at when this was told, later changes included' }),
  item: z.object({ productId: z.string(), title: z.string().optional() }),
  projectId: z.string(),
  charityId: z.string(),
  shopId: z.string(),
  merchantId: z.string(),
  sessionId: z.string().optional(),
  recordedAt: z.string(),
  storeOrderId: z.string().optional().openapi({ description: "told to the shop's merchant alone" }),
  lineId: z.string().optional().openapi({ description: "told to the shop's merchant alone" }),
});

const total = z.object({ currency: z.string(), given: z.string(), orders: z.number().int(), units: z.number().int() });

const sessionData = z.object({
  sessionId: z.string(),
  title: z.string(),
  shopIds: z.array(z.string()),
  goal: money.optional(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  totals: z.array(total).openapi({ description: 'as they stood when this was told; refunds may still lower them' }),
});

const milestoneData = z.object({
  topic: z.string().openapi({ example: 'session:7g3k9m2p4x8q' }),
  title: z.string(),
  percent: z.union([z.literal(25), z.literal(50), z.literal(75), z.literal(100)]),
  goal: money,
  given: money.openapi({ description: 'as it stood when this was told' }),
});

const payoutData = z.object({
  payoutId: z.string(),
  charityId: z.string(),
  amount: money,
  projects: z.array(z.object({ projectId: z.string(), amount: money })),
  sentAt: z.string(),
});

/** Every type one can ask for, with the schema of its `data`. */
export const eventData = {
  'gift.pledged': giftData,
  'gift.reversed': giftData,
  'gift.confirmed': giftData,
  'session.started': sessionData,
  'session.ended': sessionData,
  'milestone.reached': milestoneData,
  'payout.sent': payoutData,
} as const;

export type EventType = keyof typeof eventData;
export type EventData<T extends EventType> = z.infer<(typeof eventData)[T]>;

export const eventTypes = Object.keys(eventData) as [EventType, ...EventType[]];

const told: Record<EventType, string> = {
  'gift.pledged': 'A gift grew',
  'gift.reversed': 'A gift shrank',
  'gift.confirmed': 'The return window of a gift is over',
  'session.started': 'A session went live',
  'session.ended': 'A session is over',
  'milestone.reached': 'A share of a goal is reached',
  'payout.sent': 'A payout has left',
};

/** Every event as the description of the API has it. */
export const toldEvents = Object.fromEntries(
  eventTypes.map((type) => [type, { summary: told[type], schema: eventData[type] }]),
);

/** Sent on request only, to try an endpoint out; nobody can ask for it in his list. */
export const testType = 'webhook.test';

/** Kinds of transfers that are news of a gift. `confirm` is posted once return windows are watched. */
export const eventOfTransfer: Readonly<Record<string, EventType>> = {
  pledge: 'gift.pledged',
  reverse: 'gift.reversed',
  confirm: 'gift.confirmed',
};

/** The shares of a goal that are news. */
export const milestones = [25, 50, 75, 100] as const;
