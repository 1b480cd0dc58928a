import type { WebhookWords } from '../../../text/console/webhooks/messages.js';
import type { Delivery, Endpoint } from './api.js';

type Attempt = Delivery['attempts'][number];

/** "New gift, Session over". */
export const eventsInWords = ({ events }: Pick<Endpoint, 'events'>, words: WebhookWords): string =>
  events.map((type) => words.event[type].title).join(words.comma);

/** Why nothing arrived: "answered 500", "cannot be reached". */
export const troubleInWords = ({ status, trouble }: Attempt, words: WebhookWords): string =>
  trouble === 'status' && status !== undefined ? words.answered(status) : words.trouble[trouble ?? 'unreachable'];

/** How a delivery went so far; what waits for an endpoint that is off stays until it is `on` again. */
export function resultInWords(
  { state, attempts }: Pick<Delivery, 'state' | 'attempts'>,
  words: WebhookWords,
  on: boolean,
): string {
  const last = attempts.at(-1);
  if (state === 'delivered') return words.delivered;
  if (state === 'waiting' && !on) return words.waitsForSwitch;
  // Sent again by hand: what went well before says nothing about this time.
  if (last?.trouble === undefined) return words.waiting;
  const why = troubleInWords(last, words);
  return state === 'failed' ? words.failed(why) : words.again(why);
}
