import { html, type TemplateResult } from 'lit';

/** Where something is still on its way; `words` are read out. It keeps the room that lines will take. */
export function skeleton(words: string, lines = 4): TemplateResult {
  return html`<div class="skeleton" role="status">
    <span class="unseen">${words}</span>
    ${Array.from({ length: lines }, () => html`<span class="bone" aria-hidden="true"></span>`)}
  </div>`;
}
