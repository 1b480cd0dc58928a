import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { HealthState, PartName } from '../../text/console/operator/messages.js';
import { pageLanguage } from '../language.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { timeView } from '../parts/time.js';
import { operatorApi, type Health } from './api.js';
import { OperatorPage } from './page.js';

type Part = Health['parts'][number];

const looks = { well: 'good', watch: 'warning', broken: 'bad' } as const;
const marks = { well: 'check', watch: 'info', broken: 'warning' } as const;
/** Where each trouble is dealt with in the console. */
const pages: Partial<Record<PartName, string>> = { deadLetters: 'letters', verifications: 'verifications' };
/** Often enough for somebody who keeps the page open, and no burden. */
const againMs = 30_000;

/** Whether the operator may sleep, in one sentence; then what needs a hand; then everything, part by part. */
@customElement('kc-operator-home')
export class OperatorHome extends OperatorPage {
  readonly #health = new Loaded<Health>(this, () => operatorApi.health());
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#health.again(), againMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.home })}
    ${this.#health.show((health) => html`<div class="stack wide">${this.#show(health)}</div>`)}`;
  }

  #show(health: Health): TemplateResult {
    const { words, context } = this;
    const sentence = { well: words.allWell, watch: words.someWatch, broken: words.someBroken }[health.state];
    const troubles = health.parts.filter(({ state }) => state !== 'well');
    return html`
      ${noticeView({ kind: looks[health.state], text: html`<span class="all-well">${sentence}</span>` })}
      ${
        troubles.length === 0
          ? nothing
          : html`<section class="card">
              <h2>${words.needsAHand}</h2>
              <ul class="rows">
                ${troubles.map((part) => {
                  const page = pages[part.name];
                  return html`<li>
                    <div class="what">${words.parts[part.name].name}<small>${this.#says(part)}</small></div>
                    ${page ? html`<wa-button variant="brand" href=${context.pathOf(page)}>${words.open}</wa-button>` : nothing}
                  </li>`;
                })}
              </ul>
            </section>`
      }
      <section class="card">
        <h2>${words.health}</h2>
        <ul class="rows">
          ${health.parts.map(
            (part) =>
              html`<li>
                <div class="what">${words.parts[part.name].name}<small>${this.#says(part)}</small></div>
                ${this.#mark(part.state)}
              </li>`,
          )}
        </ul>
        <p class="quiet small">
          ${words.asOf} ${timeView(health.at)} · ${words.versions}: Kindcast ${health.versions.kindcast}, Node.js
          ${health.versions.node}, PostgreSQL ${health.versions.postgresql}, ${health.versions.schema}
        </p>
      </section>
    `;
  }

  #says({ name, state, count }: Part): string {
    const figure =
      count === undefined
        ? ''
        : name === 'disk'
          ? new Intl.NumberFormat(pageLanguage(), { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 0 }).format(
              count / 1024 ** 3,
            )
          : count.toLocaleString(pageLanguage());
    const said = this.words.parts[name];
    return state === 'well' ? said.well(figure) : said.trouble(figure);
  }

  #mark(state: HealthState): TemplateResult {
    return html`<span class="mark"><wa-icon name=${marks[state]}></wa-icon>${this.words.states[state]}</span>`;
  }
}
