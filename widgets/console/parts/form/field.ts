import '@awesome.me/webawesome/dist/components/option/option.js';
import { html, nothing, type TemplateResult } from 'lit';
import { partsMessages } from '../../../text/console/parts/messages.js';
import { pageLanguage } from '../../language.js';
import type { Form } from './form.js';

export interface Field {
  /** Also the path by which the server tells what is wrong with it, or with something inside of it. */
  name: string;
  label: string;
  hint?: string | undefined;
  /** What stands there at first. */
  value?: string | undefined;
  required?: boolean;
  /** To be read only. */
  disabled?: boolean;
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'date' | 'datetime-local';
  autocomplete?: string;
  inputmode?: 'decimal' | 'numeric' | 'text';
  maxlength?: number;
  placeholder?: string;
  /** Several lines. */
  rows?: number;
  /** A choice of these in place of free text. */
  options?: readonly { value: string; label: string }[];
  onInput?(value: string): void;
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

/** A field of a form with its label, its hint, and what is wrong with it in place of the hint, so that it is read out. */
export function field(form: Form, wanted: Field): TemplateResult {
  const { name, label, hint, required = false, disabled = false, onInput, ...more } = wanted;
  const error = form.errorOf(name);
  const said = error
    ? html`<span slot="hint" class="field-error"><wa-icon name="warning"></wa-icon>${error}</span>`
    : hint
      ? html`<span slot="hint">${hint}</span>`
      : nothing;
  const full = required || disabled ? label : `${label} (${partsMessages[pageLanguage()].optional})`;
  const told = (event: Event) => onInput?.(valueOf(event));
  const look = `field ${error ? 'bad' : ''}`;
  if (more.options)
    return html`<wa-select
      class=${look}
      name=${name}
      label=${full}
      .defaultValue=${more.value ?? ''}
      .value=${more.value ?? ''}
      ?required=${required}
      ?disabled=${disabled}
      @change=${told}
    >
      ${more.options.map((each) => html`<wa-option value=${each.value}>${each.label}</wa-option>`)} ${said}
    </wa-select>`;
  if (more.rows !== undefined)
    return html`<wa-textarea
      class=${look}
      name=${name}
      label=${full}
      .defaultValue=${more.value ?? ''}
      rows=${more.rows}
      maxlength=${more.maxlength ?? nothing}
      ?required=${required}
      ?disabled=${disabled}
      @input=${told}
      >${said}</wa-textarea
    >`;
  return html`<wa-input
    class=${look}
    name=${name}
    label=${full}
    type=${more.type ?? 'text'}
    .defaultValue=${more.value ?? ''}
    autocomplete=${more.autocomplete ?? nothing}
    inputmode=${more.inputmode ?? nothing}
    maxlength=${more.maxlength ?? nothing}
    placeholder=${more.placeholder ?? nothing}
    ?required=${required}
    ?disabled=${disabled}
    ?password-toggle=${more.type === 'password'}
    @input=${told}
    >${said}</wa-input
  >`;
}
