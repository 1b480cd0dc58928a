import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { accountMessages } from '../../text/console/account/messages.js';
import { partsMessages } from '../../text/console/parts/messages.js';
import { api } from '../ask.js';
import { ConsolePage } from '../console-page.js';
import { ME_CHANGED } from '../me-changed.js';
import { mayAs } from '../me.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { toast } from '../parts/toast.js';

/** What is known of the organisation. */
@customElement('kc-about-organisation')
export class AboutPage extends ConsolePage {
  private readonly about = new Loaded(this, () =>
    api.get('/v1/organisations/{organisationId}', { params: { path: this.#path } }),
  );

  private readonly form = new Form(this, async ({ name = '', country, registrationNumber }) => {
    const body = { name, ...(country && { country }), ...(registrationNumber && { registrationNumber }) };
    await api.put('/v1/organisations/{organisationId}', { params: { path: this.#path }, body });
    toast(partsMessages[this.context.lang].saved);
    window.dispatchEvent(new Event(ME_CHANGED));
  });

  get #path() {
    return { organisationId: this.context.organisation!.id };
  }

  protected override render(): TemplateResult {
    const { lang, organisation } = this.context;
    const words = accountMessages[lang];
    const mayChange = mayAs(organisation!.role, 'owner');
    return html`${pageHead({ title: words.about })}
    ${this.about.show(
      ({ name, country = '', registrationNumber = '' }) =>
        html`<form class="form" novalidate @submit=${this.form.submit}>
          ${this.form.notice()}
          ${field(this.form, { name: 'name', label: words.organisationName, value: name, required: true, maxlength: 200 })}
          ${field(this.form, { name: 'country', label: words.country, hint: words.countryHint, value: country, maxlength: 2 })}
          ${field(this.form, {
            name: 'registrationNumber',
            label: words.registrationNumber,
            value: registrationNumber,
            maxlength: 100,
          })}
          ${mayChange ? sendButton(this.form, words.save) : ''}
        </form>`,
    )}`;
  }
}
