import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { accountMessages } from '../../text/console/account/messages.js';
import { api } from '../ask.js';
import { pageLanguage } from '../language.js';
import { LightElement } from '../light-element.js';
import { confirmed } from '../parts/confirm.js';
import { Loaded } from '../parts/loaded.js';
import { refusalWords } from '../parts/refusal.js';
import { agoView } from '../parts/time.js';
import { toast } from '../parts/toast.js';

/** "Chrome, Windows" out of what a browser says of itself; the rest of it means nothing to people. */
export function browserWords(agent = ''): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari|MicroMessenger)(?:iOS)?\//.exec(agent)?.[1];
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', MicroMessenger: 'WeChat' };
  const wechat = agent.includes('MicroMessenger') ? 'MicroMessenger' : /Edg\//.test(agent) ? 'Edg' : browser;
  const system = /iPhone|iPad|Android|Windows|Mac OS X|Linux/.exec(agent)?.[0].replace('Mac OS X', 'macOS');
  return [wechat && (names[wechat] ?? wechat), system].filter(Boolean).join(', ') || agent.slice(0, 60) || '–';
}

const endOne = (sessionId: string) => api.delete('/v1/me/sessions/{sessionId}', { params: { path: { sessionId } } });

@customElement('kc-own-sessions')
export class OwnSessions extends LightElement {
  private readonly sessions = new Loaded(this, () => api.get('/v1/me/sessions'));

  async #end(title: string, yes: string, end: () => Promise<unknown>): Promise<void> {
    const words = accountMessages[pageLanguage()];
    if (!(await confirmed({ title, text: words.endSessionText, yes }))) return;
    try {
      await end();
      toast(words.sessionEnded);
      await this.sessions.again();
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
  }

  protected override render(): TemplateResult {
    const words = accountMessages[pageLanguage()];
    return html`<section class="card stack">
      <div>
        <h2>${words.sessions}</h2>
        <p class="quiet">${words.sessionsText}</p>
      </div>
      ${this.sessions.show(
        ({ items }) =>
          html`<ul class="stack close">
              ${items.map(
                ({ id, current, lastUsedAt, ip, agent }) =>
                  html`<li class="row between">
                    <span>
                      ${browserWords(agent)} ${current ? html`<strong>(${words.thisSession})</strong>` : ''}<br />
                      <span class="quiet small">${ip ?? ''} · ${agoView(lastUsedAt)}</span>
                    </span>
                    ${
                      current
                        ? ''
                        : html`<button
                            class="quiet-button"
                            @click=${() => void this.#end(words.endSessionAsk(browserWords(agent)), words.endSession, () => endOne(id))}
                          >
                            ${words.endSession}
                          </button>`
                    }
                  </li>`,
              )}
            </ul>
            ${
              items.length > 1
                ? html`<div class="row">
                    <wa-button
                      appearance="outlined"
                      @click=${() => void this.#end(words.endOthersAsk, words.endOthers, () => api.delete('/v1/me/sessions'))}
                    >
                      ${words.endOthers}
                    </wa-button>
                  </div>`
                : ''
            }`,
      )}
    </section>`;
  }
}
