import type { FeedGift, Money } from '../../feed/wire.js';
import type { SessionShown } from '../session-shown.js';
import type { OverlayOptions } from './overlay-options.js';

/** One gift, or one fall, or a test. */
export interface SingleAlert {
  kind: 'gift' | 'fall' | 'test';
  key: string;
  fresh: boolean;
  gift: FeedGift;
}

/** Many of a kind at once: "+37 gifts · ¥182.50", one exact sum per currency. */
export interface MergedAlert {
  kind: 'gifts' | 'falls';
  key: string;
  fresh: boolean;
  count: number;
  sums: Money[];
  /** There may have been more than we were told of; count and sums are then the least it was. The total has them all. */
  orMore: boolean;
  /** What all of them have in common. */
  projectId?: string;
  reason?: string;
}

export type Alert = SingleAlert | MergedAlert;

/** A level that a total has reached: a part of its goal in per cent, or a round sum where there is no goal. */
export interface Milestone {
  kind: 'goal' | 'sum';
  currency: string;
  /** "75" of the goal, or "5000" in the currency. */
  level: string;
}

/** A QR code as one SVG path of unit squares. */
export interface QrShape {
  size: number;
  path: string;
}

/** What the server embeds for the overlay's script besides the session. */
export interface OverlayExtras {
  options: OverlayOptions;
  /** Of the session's public page, when it is to be shown. */
  qr?: QrShape | undefined;
}

export interface OverlayShown extends OverlayExtras {
  session: SessionShown;
  alerts: readonly Alert[];
  milestone?: Milestone | undefined;
}
