import { html, nothing, type TemplateResult } from 'lit';
import type { FieldError } from '../../../plugin/client/kindcast-problem.js';
import { KindcastProblem } from '../ask.js';

export interface Field {
  /** Also the path by which the server names it. */
  name: string;
  label: string;
  value?: string | undefined;
  hint?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  type?: 'text' | 'date' | 'url';
  /** A box of several lines. */
  lines?: number;
  /** Digits of money. */
  money?: boolean;
}

/** One field of a form, with what the server found wrong with it. */
export function field(wanted: Field, errors: readonly FieldError[]): TemplateResult {
  const { name, label, value = '', hint = '', required = false, disabled = false, type = 'text', lines } = wanted;
  const wrong = errors.find(({ path }) => path === name || path.startsWith(`${name}.`));
  const says = wrong ? html`<p class="field-error" role="alert">${label}: ${wrong.message}</p>` : nothing;
  const box =
    lines === undefined
      ? html`<wa-input
          name=${name}
          label=${label}
          hint=${hint}
          type=${type}
          inputmode=${wanted.money ? 'decimal' : nothing}
          .value=${value}
          ?required=${required}
          ?disabled=${disabled}
        ></wa-input>`
      : html`<wa-textarea
          name=${name}
          label=${label}
          hint=${hint}
          rows=${lines}
          .value=${value}
          ?required=${required}
          ?disabled=${disabled}
        ></wa-textarea>`;
  return html`<div class="field">${box}${says}</div>`;
}

/** What was typed, by the names of the fields; what was left empty is undefined. */
export function typed(form: HTMLFormElement): Record<string, string | undefined> {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value).trim() || undefined]);
  return Object.fromEntries(entries) as Record<string, string | undefined>;
}

/** Without what was left empty. */
export const filled = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };

/** Which fields were wrong; what is no refusal of fields goes on to whoever shows it. */
export const errorsOf = (error: unknown): readonly FieldError[] =>
  error instanceof KindcastProblem ? error.errors : [];
