import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { field } from '../parts/form/field.js';
import { filledIn, Form, given, sendButton } from '../parts/form/form.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { toast } from '../parts/toast.js';
import { charityApi, type Charity } from './api.js';
import { CharityPage } from './page.js';

/** Who a charity is, as it says itself. */
@customElement('kc-charity-profile')
export class CharityProfile extends CharityPage {
  readonly #charity = new Loaded(this, () => charityApi.charity(this.charity));
  readonly #form = new Form(this, async (values) => {
    const filled = filledIn(values);
    await charityApi.saveProfile(this.charity, {
      name: filled.name ?? '',
      about: given({ zh: filled['about.zh'], en: filled['about.en'] }),
      ...given({
        country: filled.country?.toUpperCase(),
        registrationNumber: filled.registrationNumber,
        website: filled.website,
        contact: filled.contact,
      }),
    });
    toast(this.words.saved);
    await this.#charity.again();
  });

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.profile, text: words.profileText })}
    ${this.#charity.show((charity) => this.#fields(charity))}`;
  }

  #fields(charity: Charity): TemplateResult {
    const { words } = this;
    const form = this.#form;
    const disabled = !this.mayEdit;
    const verified = charity.verification.state === 'verified';
    const { name, country, registrationNumber, about, website, contact } = charity;
    return html`<form class="form card" novalidate @submit=${form.submit}>
      ${form.notice()} ${disabled ? noticeView({ kind: 'info', text: words.viewersOnly }) : nothing}
      ${verified && !disabled ? noticeView({ kind: 'info', text: words.changesVerified }) : nothing}
      ${field(form, { name: 'name', label: words.name, value: name, required: true, disabled })}
      ${field(form, { name: 'country', label: words.country, hint: words.countryHint, value: country, disabled })}
      ${field(form, { name: 'registrationNumber', label: words.registrationNumber, value: registrationNumber, disabled })}
      ${field(form, { name: 'about.zh', label: words.aboutZh, hint: words.aboutHint, value: about.zh, rows: 4, disabled })}
      ${field(form, { name: 'about.en', label: words.aboutEn, value: about.en, rows: 4, disabled })}
      ${field(form, { name: 'website', label: words.website, type: 'url', value: website, disabled })}
      ${field(form, { name: 'contact', label: words.contact, hint: words.contactHint, value: contact, disabled })}
      ${disabled ? nothing : sendButton(form, words.save)}
    </form>`;
  }
}
