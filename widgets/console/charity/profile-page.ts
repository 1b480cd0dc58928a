import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { FieldError } from '../../../plugin/client/kindcast-problem.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { toast } from '../parts/toast.js';
import { charityApi, type Charity } from './api.js';
import { errorsOf, field, filled, typed } from './fields.js';
import { CharityPage } from './page.js';

/** Who a charity is, as it says itself. */
@customElement('kc-charity-profile')
export class CharityProfile extends CharityPage {
  @state() private errors: readonly FieldError[] = [];
  @state() private trouble = '';
  @state() private busy = false;
  readonly #charity = new Loaded(this, () => charityApi.charity(this.charity));

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.profile, text: words.profileText })}
    ${this.#charity.show((charity) => this.#form(charity))}`;
  }

  #form(charity: Charity): TemplateResult {
    const { words, errors } = this;
    const disabled = !this.mayEdit;
    const verified = charity.verification.state === 'verified';
    return html`<form class="form card" @submit=${(event: SubmitEvent) => void this.#save(event)}>
      ${this.trouble ? noticeView({ kind: 'bad', text: this.trouble }) : nothing}
      ${disabled ? noticeView({ kind: 'info', text: words.viewersOnly }) : nothing}
      ${verified && !disabled ? noticeView({ kind: 'info', text: words.changesVerified }) : nothing}
      ${field({ name: 'name', label: words.name, value: charity.name, required: true, disabled }, errors)}
      <div class="pair">
        ${field({ name: 'country', label: words.country, hint: words.countryHint, value: charity.country, disabled }, errors)}
        ${field({ name: 'registrationNumber', label: words.registrationNumber, value: charity.registrationNumber, disabled }, errors)}
      </div>
      ${field({ name: 'about.zh', label: words.aboutZh, hint: words.aboutHint, value: charity.about.zh, lines: 4, disabled }, errors)}
      ${field({ name: 'about.en', label: words.aboutEn, value: charity.about.en, lines: 4, disabled }, errors)}
      ${field({ name: 'website', label: words.website, type: 'url', value: charity.website, disabled }, errors)}
      ${field({ name: 'contact', label: words.contact, hint: words.contactHint, value: charity.contact, disabled }, errors)}
      ${
        disabled
          ? nothing
          : html`<div class="row">
              <wa-button type="submit" variant="brand" ?loading=${this.busy}>${words.save}</wa-button>
            </div>`
      }
    </form>`;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = typed(event.currentTarget as HTMLFormElement);
    this.busy = true;
    try {
      await charityApi.saveProfile(this.charity, {
        name: form.name ?? '',
        about: filled({ zh: form['about.zh'], en: form['about.en'] }),
        ...filled({
          country: form.country?.toUpperCase(),
          registrationNumber: form.registrationNumber,
          website: form.website,
          contact: form.contact,
        }),
      });
      this.errors = [];
      this.trouble = '';
      toast(this.words.saved);
      await this.#charity.again();
    } catch (error) {
      this.errors = errorsOf(error);
      this.trouble = refusalWords(error);
    } finally {
      this.busy = false;
    }
  }
}
