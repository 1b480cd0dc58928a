import { property } from 'lit/decorators.js';
import { merchantMessages, type MerchantWords } from '../../text/console/merchant/messages.js';
import type { PageContext } from '../area.js';
import { pageLanguage } from '../language.js';
import { LightElement } from '../light-element.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { mayAs } from '../me.js';
import lists from './look/lists.css?text';
import sheet from './look/merchant.css?text';

adoptSheet(sheet);
adoptSheet(lists);

/** What the pages of a merchant have in common. */
export class MerchantPage extends LightElement {
  @property({ attribute: false }) context!: PageContext;

  protected get words(): MerchantWords {
    return merchantMessages[pageLanguage()];
  }

  /** The merchant's id. */
  protected get merchant(): string {
    return this.context.organisation?.id ?? '';
  }

  /** Viewers see everything and change nothing. */
  protected get mayEdit(): boolean {
    return mayAs(this.context.organisation?.role ?? 'viewer', 'editor');
  }
}

/** Words of a merchant's pages in the page's language. */
export const merchantWords = (): MerchantWords => merchantMessages[pageLanguage()];
