import type { StreamerWords } from '../../text/console/streamer/messages.js';
import type { LinkableShop, Session, SessionTold } from './host-api.js';

/** What stands in the form: text as typed, times in the host's own zone. */
export interface Draft {
  title: string;
  streamer: string;
  startsAt: string;
  shopIds: string[];
  goal: string;
  currency: string;
}

export type DraftField = 'title' | 'streamer' | 'startsAt' | 'shopIds' | 'goal';

/** With one shop to sell in there is nothing to choose. */
export const emptyDraft = (name: string, shops: readonly LinkableShop[]): Draft => ({
  title: '',
  streamer: name,
  startsAt: '',
  shopIds: shops.length === 1 ? [shops[0]!.id] : [],
  goal: '',
  currency: shops[0]?.currency ?? 'CNY',
});

export const draftOf = (session: Session): Draft => ({
  title: session.title,
  streamer: session.streamer,
  startsAt: session.scheduledFor ? localTime(new Date(session.scheduledFor)) : '',
  shopIds: [...session.shopIds],
  goal: session.goal?.amount.replace(/\.0+$/, '') ?? '',
  currency: session.goal?.currency ?? 'CNY',
});

/** "2026-12-24T20:00" in the host's zone, as the browser's own field for times has it. */
function localTime(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What the server would refuse, said before it is asked. */
export function wrongIn(draft: Draft, own: StreamerWords): Partial<Record<DraftField, string>> {
  return {
    ...(draft.title.trim() === '' && { title: own.needsTitle }),
    ...(draft.streamer.trim() === '' && { streamer: own.needsStreamer }),
    ...(draft.shopIds.length === 0 && { shopIds: own.needsShop }),
    ...(draft.goal.trim() !== '' && !/^\d{1,12}(\.\d{1,6})?$/.test(plain(draft.goal)) && { goal: own.goalPlain }),
  };
}

/** People write thousands with commas, in Chinese also with wide ones and a currency's sign in front. */
const plain = (amount: string) => amount.replaceAll(/[\s,，¥￥$€£]/g, '');

/** What the form says goes to the server; what it has no field for stays as it was. */
export function asTold(draft: Draft, session: Session | undefined): SessionTold {
  const goal = plain(draft.goal);
  return {
    title: draft.title.trim(),
    streamer: draft.streamer.trim(),
    shopIds: draft.shopIds,
    ...(draft.startsAt !== '' && { scheduledFor: new Date(draft.startsAt).toISOString() }),
    ...(goal !== '' && { goal: { amount: goal, currency: draft.currency } }),
    ...(session?.provider !== undefined && { provider: session.provider }),
    ...(session?.channel !== undefined && { channel: session.channel }),
  };
}
