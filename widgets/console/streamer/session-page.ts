import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PageContext } from '../area.js';
import { pageLanguage } from '../language.js';
import { LightElement } from '../light-element.js';
import { mayAs } from '../me.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import { timeView } from '../parts/time.js';
import { toast } from '../parts/toast.js';
import { goTo } from '../router.js';
import { hostApi, type Links, type Script, type Session } from './host-api.js';
import './session-links.js';
import { words } from './words.js';

interface SessionWithLinks {
  session: Session;
  links: Links | undefined;
  script: Script;
}

/** One session: its links, and the ways to its desk, its changes and its report. */
@customElement('kc-session-page')
export class SessionPage extends LightElement {
  @property({ attribute: false }) context!: PageContext;
  readonly #all = new Loaded(this, () => this.#read());

  get #mayEdit(): boolean {
    return mayAs(this.context.organisation!.role, 'editor');
  }

  async #read(): Promise<SessionWithLinks> {
    const id = this.context.params.id!;
    const [session, links, script] = await Promise.all([
      hostApi.session(id),
      this.#mayEdit ? hostApi.links(id) : undefined,
      hostApi.script(id),
    ]);
    return { session, links, script };
  }

  async #callOff(session: Session): Promise<void> {
    const own = words();
    try {
      await hostApi.callOff(session.id);
      goTo(this.context.pathOf('sessions'));
      toast(own.calledOff(session.title), {
        undo: async () => {
          try {
            await hostApi.restore(session.id);
            toast(own.restored);
            goTo(this.context.pathOf('sessions', session.id));
          } catch (error) {
            toast(refusalWords(error), { bad: true });
          }
        },
      });
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
  }

  protected override render(): TemplateResult {
    const own = words();
    const { pathOf } = this.context;
    return html`${this.#all.show(({ session, links, script }) => {
      const at = session.endedAt ?? session.startedAt ?? session.scheduledFor;
      return html`${pageHead({
          title: session.title,
          back: { href: pathOf('sessions'), title: own.sessions },
          actions: this.#actions(session),
        })}
        <p class="row session-facts">
          <span class="pill ${session.status}">${own.status[session.status]}</span>
          <span class="quiet">${session.streamer} · ${at ? timeView(at) : own.noTime}</span>
        </p>
        <div class="stack wide">
          ${
            links
              ? html`<kc-session-links .links=${links} .lang=${pageLanguage()}></kc-session-links>`
              : noticeView({ kind: 'info', text: own.editorsOnly })
          }
          <section class="card" aria-labelledby="script">
            <h2 id="script">${own.whatToSay}</h2>
            <p class="quiet">${own.whatToSayText}</p>
            <ul class="script-lines">
              ${script.lines.map((line) => html`<li><strong>${own.kinds[line.kind]}</strong> ${line.words[pageLanguage()]}</li>`)}
            </ul>
          </section>
        </div>`;
    })}`;
  }

  #actions(session: Session): unknown {
    const own = words();
    const { pathOf } = this.context;
    const plain = (place: string, name: string) =>
      html`<wa-button appearance="outlined" href=${pathOf('sessions', session.id, place)}>${name}</wa-button>`;
    const loud = (place: string, name: string) =>
      html`<wa-button variant="brand" href=${pathOf('sessions', session.id, place)}>${name}</wa-button>`;
    if (session.status === 'ended') return loud('report', own.toReport);
    return html`${
      this.#mayEdit && session.status === 'scheduled'
        ? html`<wa-button appearance="plain" @click=${() => void this.#callOff(session)}>${own.callOff}</wa-button>`
        : nothing
    }
    ${this.#mayEdit ? plain('edit', own.edit) : nothing} ${loud('desk', own.toDesk)}`;
  }
}
