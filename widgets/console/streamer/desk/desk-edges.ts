import { html, nothing, type TemplateResult } from 'lit';
import type { Link } from '../../../feed/link-state.js';
import type { SessionStatus } from '../../../feed/wire.js';
import { pageLanguage } from '../../language.js';
import { words } from '../words.js';

interface Head {
  title: string;
  back: string;
  status: SessionStatus;
  link: Link;
  dark: boolean;
  staysOn: boolean;
  onDark(): void;
  onFullScreen(): void;
}

/** Which session this is, whether it is live, and whether the figures are. */
export function deskHead({ title, back, status, link, dark, staysOn, onDark, onFullScreen }: Head): TemplateResult {
  const own = words();
  const heard = {
    connecting: own.connecting,
    live: own.heard,
    reconnecting: own.reconnecting,
    stale: own.reconnecting,
  };
  return html`<header class="desk-head">
    <a class="desk-button" href=${back} aria-label=${own.back}><wa-icon name="chevron-left"></wa-icon></a>
    <h1 tabindex="-1">${title}</h1>
    <div class="desk-signs">
      <span class="pill ${status}"><i class="dot"></i>${own.status[status]}</span>
      <span class="pill quiet ${link === 'live' ? '' : 'unheard'}">${heard[link]}</span>
      ${staysOn ? html`<span class="pill quiet wide">${own.staysOn}</span>` : nothing}
    </div>
    <div class="desk-tools">
      <button class="desk-button" aria-label=${dark ? own.bright : own.dark} @click=${onDark}>
        <wa-icon name=${dark ? 'eye' : 'eye-slash'}></wa-icon><span class="wide">${dark ? own.bright : own.dark}</span>
      </button>
      ${
        document.fullscreenEnabled
          ? html`<button class="desk-button wide" @click=${onFullScreen}>${own.fullScreen}</button>`
          : nothing
      }
    </div>
  </header>`;
}

/** Old figures are shown as old, with how old they are: a host must not read out what no longer stands. */
export function silenceView(link: Link, lastHeardAt: number | undefined): TemplateResult | typeof nothing {
  if (link !== 'stale') return nothing;
  const own = words();
  const seconds = lastHeardAt === undefined ? undefined : Math.round((Date.now() - lastHeardAt) / 1_000);
  const since = () =>
    new Intl.DateTimeFormat(pageLanguage(), { hour: '2-digit', minute: '2-digit' }).format(lastHeardAt);
  return html`<p class="desk-silence" role="alert">
    <wa-icon name="warning"></wa-icon>
    ${seconds === undefined ? own.reconnecting : seconds < 120 ? own.stale(seconds) : own.staleSince(since())}
  </p>`;
}

interface Foot {
  status: SessionStatus;
  busy: boolean;
  mayEdit: boolean;
  report: string;
  onMove(to: 'start' | 'end'): void;
}

/** The one big button. */
export function deskFoot({ status, busy, mayEdit, report, onMove }: Foot): TemplateResult {
  const own = words();
  if (status === 'ended')
    return html`<footer class="desk-foot">
      <p>${own.ended}</p>
      <a class="big-button" href=${report}>${own.seeReport}</a>
    </footer>`;
  const live = status === 'live';
  return html`<footer class="desk-foot">
    ${live ? nothing : html`<p class="quiet">${mayEdit ? own.scheduledNote : own.editorsOnly}</p>`}
    <button
      class="big-button ${live ? 'to-stop' : ''}"
      ?disabled=${busy || !mayEdit}
      @click=${() => onMove(live ? 'end' : 'start')}
    >
      <wa-icon name=${live ? 'stop' : 'play'}></wa-icon>${busy && !live ? own.starting : live ? own.stop : own.start}
    </button>
  </footer>`;
}
