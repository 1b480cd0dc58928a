import type { Language, Messages } from '../text/messages.js';

/** A piece of page: whatever the drawing side's `html` makes. Views only hand it on. */
export type Piece = unknown;

/**
 * What a view draws with. The server passes a tag that writes escaped text, the browser passes Lit's, so one view is both
 * the page that is readable without scripts and the page that lives. A view may bind text and quoted attributes, nothing
 * else; neither side ever reads a value as markup.
 */
export interface Screen {
  html(strings: TemplateStringsArray, ...values: unknown[]): Piece;
  /** A list whose rows keep their identity while others come and go. */
  each<T>(items: readonly T[], key: (item: T) => string, draw: (item: T) => Piece): Piece;
  /**
   * A number that the sheet draws with: `data-part="${measure(part)}"` sets `--part` on the element. Not a style attribute,
   * which no page of ours may have.
   */
  measure(value: string | number): unknown;
  lang: Language;
  words: Messages;
  now: number;
  /** Set where the reader's own zone is unknown. */
  timeZone?: string | undefined;
  /** The amount to show on the way to `to`; the server, and whoever wants no motion, shows `to`. */
  counting(name: string, to: string): string;
  /** Appended to links inside the site, so that a chosen language stays chosen. */
  query: string;
}
