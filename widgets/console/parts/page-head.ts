import { html, nothing, type TemplateResult } from 'lit';

export interface PageHead {
  title: string;
  /** A sentence on what the page is for. */
  text?: string | undefined;
  /** Where the page belongs, above its title. */
  back?: { href: string; title: string } | undefined;
  /** Buttons; the most important one last. */
  actions?: unknown;
}

/** The heading of a page. After every move the frame puts the focus on it, so that it is read out. */
export function pageHead({ title, text, back, actions }: PageHead): TemplateResult {
  return html`<div class="page-head">
    <div>
      ${back ? html`<a class="back" href=${back.href}><wa-icon name="chevron-left"></wa-icon>${back.title}</a>` : nothing}
      <h1 tabindex="-1">${title}</h1>
      ${text ? html`<p>${text}</p>` : nothing}
    </div>
    ${actions ? html`<div class="actions">${actions}</div>` : nothing}
  </div>`;
}
