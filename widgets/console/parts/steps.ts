import { html, nothing, type TemplateResult } from 'lit';
import { partsMessages } from '../../text/console/parts/messages.js';
import { pageLanguage } from '../language.js';

export interface Step {
  title: string;
  text: string;
  done: boolean;
  /** What to do; shown for the step that is next. */
  action?: unknown;
}

/** The way of a first evening: what is done, what is next, what comes after. The first step not done is the next. */
export function stepsView(steps: readonly Step[]): TemplateResult {
  const words = partsMessages[pageLanguage()];
  const next = steps.findIndex(({ done }) => !done);
  return html`<ol class="steps">
    ${steps.map(({ title, text, done, action }, place) => {
      const now = place === next;
      return html`<li class="step ${done ? 'done' : now ? 'now' : 'later'}" aria-current=${now ? 'step' : nothing}>
        <span class="step-mark" aria-hidden="true">${done ? html`<wa-icon name="check"></wa-icon>` : place + 1}</span>
        <div>
          <h2>${title}${done ? html`<span class="unseen"> (${words.stepDone})</span>` : nothing}</h2>
          <p>${text}</p>
          ${now && action ? html`<div class="row">${action}</div>` : nothing}
        </div>
      </li>`;
    })}
  </ol>`;
}
