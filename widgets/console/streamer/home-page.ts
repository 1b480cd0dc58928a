import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PageContext } from '../area.js';
import { LightElement } from '../light-element.js';
import { mayAs } from '../me.js';
import { emptyState } from '../parts/empty-state.js';
import { Loaded } from '../parts/loaded.js';
import { pageHead } from '../parts/page-head.js';
import { stepsView, type Step } from '../parts/steps.js';
import { hostApi, type LinkableShop, type Session, type ShopRequest } from './host-api.js';
import { inGroups, sessionCard } from './session-card.js';
import { words } from './words.js';

interface Known {
  sessions: Session[];
  requests: ShopRequest[];
  shops: LinkableShop[];
}

/** Where a host comes in: the way of the first evening until it is over, then what is live and what is next. */
@customElement('kc-host-home')
export class HostHome extends LightElement {
  @property({ attribute: false }) context!: PageContext;
  readonly #known = new Loaded<Known>(this, async () => {
    const id = this.context.organisation!.id;
    const [sessions, requests, shops] = await Promise.all([
      hostApi.sessions(id),
      hostApi.shopRequests(id),
      hostApi.linkableShops(id),
    ]);
    return { sessions: sessions.items, requests: requests.items, shops: shops.items };
  });

  get #mayEdit(): boolean {
    return mayAs(this.context.organisation!.role, 'editor');
  }

  protected override render(): TemplateResult {
    return html`${this.#known.show((known) => {
      const { past } = inGroups(known.sessions);
      return past.length === 0 && this.#mayEdit ? this.#firstEvening(known) : this.#everyEvening(known.sessions);
    })}`;
  }

  #firstEvening({ sessions, requests, shops }: Known): TemplateResult {
    const own = words();
    const { pathOf } = this.context;
    const go = (name: string, ...to: string[]) =>
      html`<wa-button variant="brand" href=${pathOf(...to)}>${name}</wa-button>`;
    const { live, upcoming } = inGroups(sessions);
    const next = live[0] ?? upcoming[0];
    const waiting = requests.find(({ state }) => state === 'asked');
    const steps: Step[] = [
      {
        title: own.askTitle,
        text: waiting && shops.length === 0 ? own.waitingText(waiting.domain) : own.askText,
        done: shops.length > 0,
        action: go(own.ask, 'shops'),
      },
      {
        title: own.scheduleTitle,
        text: own.scheduleText,
        done: next !== undefined,
        action: go(own.schedule, 'sessions', 'new'),
      },
      {
        title: own.linksTitle,
        text: own.linksText,
        // Whether OBS has it nobody can tell from here; so it does not hold up what comes next.
        done: live.length > 0,
        action:
          next &&
          html`${go(own.toLinks, 'sessions', next.id)}
            <wa-button appearance="outlined" href=${pathOf('sessions', next.id, 'desk')}>${own.toDesk}</wa-button>`,
      },
      {
        title: own.liveTitle,
        text: own.liveText,
        done: live.length > 0,
        action: next && go(own.toDesk, 'sessions', next.id, 'desk'),
      },
      { title: own.reportTitle, text: own.reportText, done: false },
    ];
    return html`${pageHead({ title: own.home })}
      <section class="stack" aria-labelledby="first-evening">
        <div>
          <h2 id="first-evening">${own.firstEvening}</h2>
          <p class="quiet">${own.firstEveningText}</p>
        </div>
        ${stepsView(steps)}
      </section>`;
  }

  #everyEvening(sessions: readonly Session[]): TemplateResult {
    const own = words();
    const { pathOf } = this.context;
    const { live, upcoming, past } = inGroups(sessions);
    const part = (title: string, shown: readonly Session[]) =>
      shown.length === 0
        ? nothing
        : html`<section class="stack close" aria-label=${title}>
            <h2>${title}</h2>
            ${shown.map((session) => sessionCard(session, pathOf, this.#mayEdit))}
          </section>`;
    const toNew = this.#mayEdit
      ? html`<wa-button variant="brand" href=${pathOf('sessions', 'new')}>${own.newSession}</wa-button>`
      : nothing;
    return html`${pageHead({ title: own.home, actions: live.length + upcoming.length === 0 ? nothing : toNew })}
      <div class="stack wide">
        ${part(own.nowLive, live)} ${part(own.nextUp, upcoming.slice(0, 1))}
        ${
          live.length + upcoming.length === 0
            ? emptyState({
                icon: 'calendar',
                title: own.noneScheduled,
                text: own.noneScheduledText,
                rank: 2,
                action: toNew,
              })
            : nothing
        }
        ${part(own.lastOne, past.slice(0, 1))}
      </div>`;
  }
}
