import { property } from 'lit/decorators.js';
import type { PageContext } from './area.js';
import { LightElement } from './light-element.js';

/** A page that is an element: `<my-page .context=${context}>`. */
export class ConsolePage extends LightElement {
  @property({ attribute: false }) context!: PageContext;
}
