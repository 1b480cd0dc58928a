import type { TemplateResult } from 'lit';
import type { Language } from '../text/messages.js';
import type { IconName } from './look/icon-names.js';
import type { Me, Membership } from './me.js';

/**
 * What a page of the console knows when it is drawn. It is drawn anew when one of these changes: another address, another
 * organisation, the other language.
 */
export interface PageContext {
  lang: Language;
  me: Me;
  /** Whose pages these are; undefined in the operator's area and in one's own account. */
  organisation: Membership | undefined;
  /** What the `:names` of the route's path stand for. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The address of a page of this area: `pathOf('items', id)`. */
  pathOf(...parts: string[]): string;
}

/** One page of an area. */
export interface PageRoute {
  /** Below the area's own address; '' is its first page, `items/:productId` has a parameter. */
  path: string;
  /** The page's title, also of the browser's tab and of its entry in the menu. */
  title(lang: Language): string;
  /** Set: the page stands in the menu of its area, in the order of the routes. */
  icon?: IconName;
  /** Loads what the page needs before it is drawn first: `() => import('./items-page.js')`. */
  load?(): Promise<unknown>;
  render(context: PageContext): TemplateResult;
}

/** The pages of one role; every area is a bundle of its own, loaded when somebody comes in. */
export interface ConsoleArea {
  routes: readonly PageRoute[];
}
