import { property } from 'lit/decorators.js';
import { charityConsole, type CharityConsoleWords } from '../../text/console/charity/messages.js';
import type { PageContext } from '../area.js';
import { pageLanguage } from '../language.js';
import { LightElement } from '../light-element.js';
import { mayAs } from '../me.js';

/** What the pages of a charity have in common. */
export class CharityPage extends LightElement {
  @property({ attribute: false }) context!: PageContext;

  protected get words(): CharityConsoleWords {
    return charityConsole[pageLanguage()];
  }

  /** The charity's id. */
  protected get charity(): string {
    return this.context.organisation?.id ?? '';
  }

  /** Viewers see everything and change nothing. */
  protected get mayEdit(): boolean {
    return mayAs(this.context.organisation?.role ?? 'viewer', 'editor');
  }
}

/** A day in the reader's language. */
export const dayOf = (iso: string) =>
  new Intl.DateTimeFormat(pageLanguage(), { dateStyle: 'long' }).format(new Date(iso));
