import { html, nothing, type TemplateResult } from 'lit';
import { pageLanguage } from '../../language.js';
import { words } from '../words.js';
import type { SayNext } from './say-next.js';

/** The card with the line, large enough to be read from two metres. */
export function sayNextView(say: SayNext, move: (by: 'next' | 'previous') => void): TemplateResult {
  const own = words();
  const { line } = say;
  return html`<section class="desk-card say" aria-labelledby="say-title">
    <div class="say-head">
      <h2 id="say-title">${own.sayNext}</h2>
      ${line ? html`<span class="say-kind">${own.kinds[line.kind]}</span>` : nothing}
    </div>
    <p class="say-line" aria-live="polite">${line?.words[pageLanguage()] ?? ''}</p>
    <div class="say-foot">
      <button class="desk-button" aria-label=${own.previous} title=${own.keysHint} @click=${() => move('previous')}>
        <wa-icon name="chevron-left"></wa-icon>
      </button>
      <span class="quiet">
        ${line ? own.lineOf(say.place + 1, say.count) : nothing}
        ${say.hasNews ? html`<strong class="say-news" role="status">${own.newLine}</strong>` : nothing}
      </span>
      <button class="desk-button" aria-label=${own.next} title=${own.keysHint} @click=${() => move('next')}>
        <wa-icon name="chevron-right"></wa-icon>
      </button>
    </div>
  </section>`;
}
