import { html, nothing, type TemplateResult } from 'lit';
import { partsMessages } from '../../text/console/parts/messages.js';
import { pageLanguage } from '../language.js';

export interface Progress {
  /** What is being done. */
  label: string;
  done?: number;
  /** Undefined: nobody knows how much there is to do. */
  total?: number | undefined;
}

/** Long work, and how far it is; read out as it goes on. */
export function progressView({ label, done, total }: Progress): TemplateResult {
  const lang = pageLanguage();
  const count = (value: number) => value.toLocaleString(lang);
  return html`<div class="progress" role="status">
    <p>
      ${label}
      ${done !== undefined && total !== undefined ? html`<span class="quiet">${partsMessages[lang].doneOf(count(done), count(total))}</span>` : nothing}
    </p>
    <progress
      aria-label=${label}
      max=${total ?? nothing}
      value=${total === undefined ? nothing : (done ?? 0)}
    ></progress>
  </div>`;
}
