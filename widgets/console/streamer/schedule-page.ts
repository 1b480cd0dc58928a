import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import type { PageContext } from '../area.js';
import { KindcastProblem } from '../ask.js';
import { LightElement } from '../light-element.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { toast } from '../parts/toast.js';
import { goTo } from '../router.js';
import { pageLanguage } from '../language.js';
import { fieldMessage } from '../parts/form/field-message.js';
import { hostApi, type LinkableShop, type Session } from './host-api.js';
import { asTold, draftOf, emptyDraft, wrongIn, type Draft, type DraftField } from './session-draft.js';
import { words } from './words.js';

interface Known {
  shops: LinkableShop[];
  session: Session | undefined;
}

/** Schedules a live, or says one anew. */
@customElement('kc-schedule-page')
export class SchedulePage extends LightElement {
  @property({ attribute: false }) context!: PageContext;
  @state() private draft: Draft | undefined;
  @state() private wrong: Partial<Record<DraftField, string>> = {};
  @state() private refused = '';
  @state() private busy = false;
  readonly #known = new Loaded<Known>(this, () => this.#read());

  async #read(): Promise<Known> {
    const { organisation, params } = this.context;
    const [{ items: shops }, session] = await Promise.all([
      hostApi.linkableShops(organisation!.id),
      params.id === undefined ? undefined : hostApi.session(params.id),
    ]);
    this.draft ??= session ? draftOf(session) : emptyDraft(organisation!.name, shops);
    return { shops, session };
  }

  async #save(event: Event, { session }: Known): Promise<void> {
    event.preventDefault();
    const own = words();
    const draft = this.draft!;
    this.refused = '';
    this.wrong = wrongIn(draft, own);
    if (Object.keys(this.wrong).length > 0) return this.#toFirstWrong();
    this.busy = true;
    try {
      const told = asTold(draft, session);
      const saved = session
        ? await hostApi.change(session.id, told)
        : await hostApi.schedule(this.context.organisation!.id, told);
      toast(session ? own.saved : own.made);
      goTo(this.context.pathOf('sessions', saved.id), { replace: true });
    } catch (error) {
      this.refused = refusalWords(error);
      if (error instanceof KindcastProblem)
        for (const { path, message } of error.errors) {
          const [field] = path.split('.');
          if (field && field in draft) this.wrong = { ...this.wrong, [field]: fieldMessage(message, pageLanguage()) };
        }
      await this.#toFirstWrong();
    } finally {
      this.busy = false;
    }
  }

  async #toFirstWrong(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('.wrong input, wa-input.wrong, .wrong')?.focus();
  }

  #set(field: Partial<Draft>): void {
    this.draft = { ...this.draft!, ...field };
    // What was wrong is being put right.
    this.wrong = Object.fromEntries(Object.entries(this.wrong).filter(([name]) => !(name in field)));
  }

  protected override render(): TemplateResult {
    const own = words();
    const { pathOf, params } = this.context;
    const back =
      params.id === undefined
        ? { href: pathOf('sessions'), title: own.sessions }
        : { href: pathOf('sessions', params.id), title: own.back };
    return html`${pageHead({ title: params.id === undefined ? own.newSession : own.editSession, back })}
    ${this.#known.show((known) =>
      known.shops.length === 0
        ? emptyState({
            icon: 'shop',
            title: own.askTitle,
            text: own.noShopsYet,
            rank: 2,
            action: html`<wa-button variant="brand" href=${pathOf('shops')}>${own.ask}</wa-button>`,
          })
        : this.#form(known, back.href),
    )}`;
  }

  #form(known: Known, back: string): TemplateResult {
    const own = words();
    const draft = this.draft!;
    return html`<form
      class="card stack host-form"
      novalidate
      @submit=${(event: Event) => void this.#save(event, known)}
    >
      ${this.refused ? noticeView({ kind: 'bad', text: this.refused }) : nothing}
      ${this.#field('title', own.title, own.titleHint)} ${this.#field('streamer', own.streamer, own.streamerHint)}
      ${this.#field('startsAt', own.startsAt, own.startsAtHint, 'datetime-local')}
      <fieldset class="stack close ${this.wrong.shopIds ? 'wrong' : ''}" tabindex="-1">
        <legend>${own.sellsIn}</legend>
        ${known.shops.map((shop) => this.#shop(shop))}
        <p class="hint" role=${this.wrong.shopIds ? 'alert' : nothing}>${this.wrong.shopIds ?? own.sellsInHint}</p>
      </fieldset>
      <div class="goal-fields">
        ${this.#field('goal', own.goal, own.goalHint)}
        <wa-select
          label=${own.currency}
          .value=${draft.currency}
          @change=${(event: Event) => this.#set({ currency: (event.target as HTMLInputElement).value })}
        >
          ${currenciesOf(known.shops, draft).map((code) => html`<wa-option value=${code}>${code}</wa-option>`)}
        </wa-select>
      </div>
      <div class="row end">
        <wa-button appearance="outlined" href=${back}>${own.cancel}</wa-button>
        <wa-button variant="brand" type="submit" ?loading=${this.busy} ?disabled=${this.busy}>
          ${known.session ? own.save : own.schedule}
        </wa-button>
      </div>
    </form>`;
  }

  #field(name: Exclude<DraftField, 'shopIds'>, label: string, hint: string, type = 'text'): TemplateResult {
    const wrong = this.wrong[name];
    return html`<wa-input
      class=${wrong ? 'wrong' : ''}
      label=${label}
      hint=${wrong ?? hint}
      type=${type}
      autocomplete="off"
      inputmode=${name === 'goal' ? 'decimal' : nothing}
      .value=${this.draft![name]}
      @input=${(event: Event) => this.#set({ [name]: (event.target as HTMLInputElement).value })}
    ></wa-input>`;
  }

  #shop({ id, merchant, domain, items }: LinkableShop): TemplateResult {
    const { shopIds } = this.draft!;
    const chosen = shopIds.includes(id);
    const turn = () => this.#set({ shopIds: chosen ? shopIds.filter((each) => each !== id) : [...shopIds, id] });
    return html`<label class="shop-choice">
      <input type="checkbox" ?checked=${chosen} @change=${turn} />
      <span
        ><strong>${merchant.name}</strong> <span class="quiet">${domain} · ${words().charityItems(items)}</span></span
      >
    </label>`;
  }
}

/** The shops' own, and the one the session already has. */
const currenciesOf = (shops: readonly LinkableShop[], { currency }: Draft) => [
  ...new Set([currency, ...shops.map((shop) => shop.currency)]),
];
