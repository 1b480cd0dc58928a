import { html, nothing, type TemplateResult } from 'lit';

/** What stands below a field: what is wrong with it, else what it wants; read out with the field. */
export function hintOf(error: string, hint = ''): TemplateResult | typeof nothing {
  if (error) return html`<span slot="hint" class="field-error"><wa-icon name="warning"></wa-icon>${error}</span>`;
  return hint ? html`<span slot="hint">${hint}</span>` : nothing;
}
