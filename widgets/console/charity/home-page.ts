import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { fractionOf } from '../../money/decimal.js';
import { formatMoney } from '../../money/format-money.js';
import { pageLanguage } from '../language.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { moneyView, moneyWord } from '../parts/money.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { statsView } from '../parts/stat.js';
import { stepsView } from '../parts/steps.js';
import { charityApi, type Charity, type Money, type ProjectMoney, type ReportDue } from './api.js';
import { CharityPage } from './page.js';
import { stagesBar, stagesFacts } from './stages-bar.js';

interface Home {
  charity: Charity;
  money: Money;
  due: ReportDue[];
}

/** What a charity sees first: the steps of its first evening until they are done, then its money. */
@customElement('kc-charity-home')
export class CharityHome extends CharityPage {
  readonly #home = new Loaded<Home>(this, async () => {
    const [charity, money, due] = await Promise.all([
      charityApi.charity(this.charity),
      charityApi.money(this.charity),
      charityApi.reportsDue(this.charity),
    ]);
    return { charity, money, due };
  });

  protected override render(): TemplateResult {
    const { words } = this;
    return html`${pageHead({ title: words.home, text: words.homeText })}
      <div class="stack wide">${this.#home.show((home) => this.#show(home))}</div>`;
  }

  #show(home: Home): TemplateResult {
    const { words } = this;
    const late = home.due.filter(({ overdue }) => overdue).length;
    const given = home.money.totals.filter(({ given }) => /[1-9]/.test(given));
    return html`
      ${this.#steps(home)}
      ${
        late > 0
          ? noticeView({
              kind: 'warning',
              text: words.overdue(late.toLocaleString(pageLanguage()), late),
              action: html`<a href=${this.context.pathOf('reports')}>${words.writeReport}</a>`,
            })
          : nothing
      }
      ${
        given.length === 0
          ? emptyState({ icon: 'coins', title: words.noMoney, text: words.noMoneyText, rank: 2 })
          : html`${given.map((total) => this.#total(total))}
              <section class="card">
                <h2>${words.projects}</h2>
                ${home.money.projects.map((project) => this.#project(project))}
              </section>`
      }
    `;
  }

  #steps({ charity, money }: Home): TemplateResult | typeof nothing {
    const { words, context } = this;
    const { state, missing } = charity.verification;
    const [first] = money.projects;
    const given = money.totals.some((total) => /[1-9]/.test(total.given));
    const sent = state === 'waiting' || state === 'verified';
    const go = (href: string, text: string) =>
      this.mayEdit ? html`<wa-button variant="brand" href=${href}>${text}</wa-button>` : nothing;
    const steps = [
      {
        ...words.steps.profile,
        done: missing.every((what) => what === 'registration'),
        action: go(context.pathOf('profile'), words.steps.profile.action),
      },
      { ...words.steps.evidence, done: sent, action: go(context.pathOf('verification'), words.steps.evidence.action) },
      {
        ...words.steps.project,
        done: first !== undefined,
        action: go(context.pathOf('projects', 'new'), words.steps.project.action),
      },
      {
        ...words.steps.share,
        done: given,
        action: first
          ? html`<wa-button variant="brand" href="/projects/${first.projectId}">${words.steps.share.action}</wa-button>`
          : nothing,
      },
    ];
    if (steps.every(({ done }) => done)) return nothing;
    return html`<section class="card">
      <h2>${words.firstSteps}</h2>
      ${stepsView(steps)}
    </section>`;
  }

  #total(total: Money['totals'][number]): TemplateResult {
    const { words } = this;
    const { currency } = total;
    const money = (amount: string) => moneyView({ amount, currency });
    return html`<section class="card stack close">
      <div class="row between">
        <h2>${words.money} · ${currency}</h2>
        <span class="row">${moneyWord('given')} <span class="big-money">${money(total.given)}</span></span>
      </div>
      ${statsView([
        { label: moneyWord('pledged'), value: money(total.pledged) },
        { label: moneyWord('confirmed'), value: money(total.confirmed) },
        { label: moneyWord('onTheWay'), value: money(total.onTheWay) },
        { label: moneyWord('paid'), value: money(total.received) },
      ])}
    </section>`;
  }

  #project(project: ProjectMoney): TemplateResult {
    const { words, context } = this;
    const lang = pageLanguage();
    const { currency, given, goal } = project;
    const stages = { ...project, whole: goal?.amount ?? given };
    const percent = goal
      ? new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(
          parseFloat(fractionOf(given, goal.amount)),
        )
      : undefined;
    return html`<article class="project-money">
      <div class="row between">
        <h3><a href=${context.pathOf('projects', project.projectId)}>${project.title}</a></h3>
        <span class="big-money">${formatMoney({ amount: given, currency }, lang)}</span>
      </div>
      ${stagesBar(stages)}
      <div class="row between">
        ${stagesFacts(stages)}
        <p class="facts">
          ${percent ? html`<span>${words.ofGoal(percent)} (${formatMoney(goal!, lang)})</span>` : nothing}
          <span>${words.orders(project.orders.toLocaleString(lang), project.orders)}</span>
        </p>
      </div>
    </article>`;
  }
}
