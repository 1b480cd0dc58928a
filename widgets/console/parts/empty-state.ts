import { html, nothing, type TemplateResult } from 'lit';
import type { IconName } from '../look/icon-names.js';

export interface EmptyState {
  icon?: IconName;
  title: string;
  /** Why there is nothing, and what will be here. */
  text: string;
  /** The one thing to do now. */
  action?: unknown;
  /** The heading's rank; 1 when nothing else on the page is one (then the focus goes there), else 2. */
  rank?: 1 | 2;
}

/** A place that has nothing to show yet, which teaches what will be there and how. */
export function emptyState({ icon, title, text, action, rank = 1 }: EmptyState): TemplateResult {
  return html`<section class="empty">
    ${icon ? html`<wa-icon name=${icon}></wa-icon>` : nothing}
    ${rank === 1 ? html`<h1 tabindex="-1">${title}</h1>` : html`<h2>${title}</h2>`}
    <p>${text}</p>
    ${action ? html`<div class="row">${action}</div>` : nothing}
  </section>`;
}
