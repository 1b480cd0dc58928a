import { html, nothing, type TemplateResult } from 'lit';

export interface Stat {
  label: unknown;
  value: unknown;
  /** A sentence below. */
  note?: unknown;
  /** A page with more about it. */
  href?: string | undefined;
}

/** One figure with its name. Put several into {@link statsView}. */
function statView({ label, value, note, href }: Stat): TemplateResult {
  return html`<div class="stat">
    <dt>${href ? html`<a href=${href}>${label}</a>` : label}</dt>
    <dd class="stat-value">${value}</dd>
    ${note ? html`<dd class="stat-note">${note}</dd>` : nothing}
  </div>`;
}

export const statsView = (stats: readonly Stat[]): TemplateResult =>
  html`<dl class="stats">${stats.map(statView)}</dl>`;
