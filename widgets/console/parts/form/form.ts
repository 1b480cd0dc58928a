import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { partsMessages } from '../../../text/console/parts/messages.js';
import { KindcastProblem } from '../../ask.js';
import { pageLanguage } from '../../language.js';
import { noticeView } from '../notice.js';
import { refusalWords } from '../refusal.js';
import { fieldMessage } from './field-message.js';

/** What was filled in, by the fields' names. */
export type Values = Readonly<Record<string, string>>;

/** What was filled in, without the spaces around it; what was left empty is not there. */
export const filledIn = (values: Values): Partial<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );

/** The same, of fields that a request may leave out. */
export const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };

/**
 * A form of a page: sends what was filled in, shows at each field what is wrong with it, and puts the focus on the first of
 * them. The server's answer names fields by the same paths; what it finds wrong inside of one (`goal.amount` of `goal`)
 * belongs to it.
 *
 * `readonly form = new Form(this, (values) => api.post('/v1/…', { body: … }))`, then
 * `<form novalidate @submit=${this.form.submit}>${this.form.notice()} ${field(this.form, {…})} …</form>`
 */
export class Form implements ReactiveController {
  busy = false;
  #errors = new Map<string, string>();
  #refusal: unknown;

  constructor(
    private readonly host: LitElement,
    /** Gets the form itself too: to empty it, or for what is chosen several times under one name. */
    private readonly send: (values: Values, form: HTMLFormElement) => Promise<unknown>,
    /** `once`: what was sent well is not sent again, while the page that follows is still on its way. */
    private readonly options: { once?: boolean } = {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.begin();
  }

  /** Opens it for something else: nothing has been found wrong yet. */
  begin(): void {
    this.busy = false;
    this.#clear();
    this.host.requestUpdate();
  }

  readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    const element = event.currentTarget as HTMLFormElement;
    this.#clear();
    this.#findMissing(element);
    if (this.#errors.size === 0) {
      this.busy = true;
      this.host.requestUpdate();
      const given = [...new FormData(element)].filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      );
      try {
        await this.send(Object.fromEntries(given), element);
        this.busy = this.options.once === true;
      } catch (error) {
        this.#refuse(error, element);
        this.busy = false;
      }
    }
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (this.#errors.size > 0 || this.#refusal !== undefined) this.#focusFirst(element);
  };

  errorOf(name: string): string | undefined {
    return this.#errors.get(name);
  }

  /** What was wrong with the whole, in a sentence above the fields. */
  notice(): unknown {
    if (this.#refusal !== undefined) return noticeView({ kind: 'bad', text: refusalWords(this.#refusal) });
    if (this.#errors.size === 0) return nothing;
    return noticeView({ kind: 'bad', text: partsMessages[pageLanguage()].checkFields });
  }

  #clear(): void {
    this.#errors = new Map();
    this.#refusal = undefined;
  }

  #findMissing(element: HTMLFormElement): void {
    for (const each of element.elements) {
      const { name, value, required, checked, disabled } = each as HTMLInputElement;
      const empty = 'checked' in each && each.localName === 'wa-checkbox' ? !checked : (value ?? '').trim() === '';
      if (name && required && !disabled && empty) this.#errors.set(name, partsMessages[pageLanguage()].required);
    }
  }

  /** What is wrong with something that has no field here is told above them all. */
  #refuse(error: unknown, element: HTMLFormElement): void {
    const names = [...element.elements].map((each) => (each as HTMLInputElement).name).filter(Boolean);
    const errors = error instanceof KindcastProblem ? error.errors : [];
    if (errors.length === 0) this.#refusal = error;
    for (const { path, message } of errors) {
      const name = names.find((each) => path === each || path.startsWith(`${each}.`));
      if (name === undefined) this.#refusal = error;
      else if (!this.#errors.has(name)) this.#errors.set(name, fieldMessage(message, pageLanguage()));
    }
  }

  #focusFirst(element: HTMLFormElement): void {
    const bad = [...element.elements].find((each) => this.#errors.has((each as HTMLInputElement).name));
    (bad as HTMLElement | undefined)?.focus();
  }
}

/** The button that sends a form, and what stands beside it. */
export function sendButton(
  form: Form,
  words: string,
  beside: unknown = nothing,
  variant: 'brand' | 'danger' = 'brand',
): unknown {
  return html`<div class="form-end">
    <wa-button type="submit" variant=${variant} ?loading=${form.busy}>${words}</wa-button>${beside}
  </div>`;
}
