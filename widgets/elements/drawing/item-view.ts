import { html, nothing } from 'lit/html.js';
import type { AnswerElement } from '../tags/kindcast-element.js';
import type { RuleAnswer } from '../wire.js';
import type { Brush, Drawn } from './draw.js';

/** The badge: a seal and the sentence of the rule. Nothing on a product that is no charity item. */
export function itemView(element: AnswerElement<RuleAnswer>, { lang, words }: Brush): Drawn {
  const { charityItem, words: sentence } = element.source!.value!;
  if (!charityItem || !sentence) return { seen: html`${nothing}` };
  return {
    seen: html`<section class="card badge" part="card" aria-label=${words.charityItem}>
      <span class="seal" part="seal" aria-hidden="true">善</span>
      <p part="words" tabindex="0">${sentence[lang]}</p>
    </section>`,
  };
}
