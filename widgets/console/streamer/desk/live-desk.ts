import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TopicState } from '../../../feed/take-news.js';
import { CountUp } from '../../../money/count-up.js';
import { formatMoney } from '../../../money/format-money.js';
import { Milestones } from '../../../overlay/milestones.js';
import { totalsToShow } from '../../../views/session-shown.js';
import { pageLanguage } from '../../language.js';
import { LightElement } from '../../light-element.js';
import { confirmed } from '../../parts/confirm.js';
import { refusalWords } from '../../parts/refusal.js';
import { toast } from '../../parts/toast.js';
import { adoptSheet } from '../../look/adopt-sheet.js';
import { hostApi, type Session } from '../host-api.js';
import { words } from '../words.js';
import { AskedNowAndThen } from './asked-now-and-then.js';
import cards from './desk-cards.css?text';
import sheet from './desk.css?text';
import { deskFoot, deskHead, silenceView } from './desk-edges.js';
import { giftsView } from './gifts-view.js';
import { LiveTopic } from './live-topic.js';
import { paceView } from './pace-view.js';
import { SayNext } from './say-next.js';
import { sayNextView } from './say-next-view.js';
import { StayAwake } from './stay-awake.js';
import { totalView } from './total-view.js';

adoptSheet(sheet);
adoptSheet(cards);

const scriptEveryMs = 15_000;
const paceEveryMs = 20_000;
const celebratedMs = 12_000;

/** From five in the afternoon to nine in the morning: most lives are then, and a bright phone on the table blinds. */
const isNight = (hour = new Date().getHours()) => hour >= 17 || hour < 9;
const wantsDark = () => isNight() || matchMedia('(prefers-color-scheme: dark)').matches;

/** What a host has before the eyes while live: the total, how fast it goes, what to say next, and one big button. */
@customElement('kc-live-desk')
export class LiveDesk extends LightElement {
  @property({ attribute: false }) session!: Session;
  /** Where the way back leads, and the report. */
  @property({ attribute: false }) paths!: { back: string; report: string };
  @property({ type: Boolean }) mayEdit = false;
  @state() private dark = wantsDark();
  @state() private busy = false;
  @state() private reached = '';

  readonly #say = new SayNext();
  readonly #counting = new CountUp(() => this.requestUpdate());
  readonly #milestones = new Milestones({ read: () => ({}), write: () => undefined });
  readonly #awake = new StayAwake(this);
  readonly #live = new LiveTopic(
    this,
    () => `session:${this.session.id}`,
    (news) => this.#hear(news),
  );
  readonly #script = new AskedNowAndThen(this, {
    everyMs: scriptEveryMs,
    ask: () => hostApi.script(this.session.id),
  });
  readonly #pace = new AskedNowAndThen(this, { everyMs: paceEveryMs, ask: () => hostApi.pace(this.session.id) });
  readonly #keys = (event: KeyboardEvent) => this.#press(event);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#keys);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#keys);
  }

  #hear({ snapshot }: TopicState): void {
    this.#script.hasten();
    this.#pace.hasten();
    const [milestone] = snapshot ? this.#milestones.take(snapshot) : [];
    if (!milestone) return;
    const own = words();
    const { kind, level, currency } = milestone;
    const sum = formatMoney({ amount: level, currency }, pageLanguage());
    this.reached = kind === 'sum' ? own.reached(sum) : level === '100' ? own.goalReached : own.reached(`${level}%`);
    setTimeout(() => (this.reached = ''), celebratedMs);
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('wa-dialog[open]')) return;
    if (event.key === 'ArrowRight') this.#turn('next');
    else if (event.key === 'ArrowLeft') this.#turn('previous');
  }

  #turn(by: 'next' | 'previous'): void {
    this.#say[by]();
    this.requestUpdate();
  }

  async #move(to: 'start' | 'end'): Promise<void> {
    const own = words();
    if (to === 'end' && !(await confirmed({ title: own.stopAsk, text: own.stopText, yes: own.stop, grave: true })))
      return;
    this.busy = true;
    try {
      this.session = await hostApi[to](this.session.id);
      await this.#script.again();
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    const { state: heard, link } = this.#live;
    if (this.#script.value) this.#say.take(this.#script.value.lines);
    const status = heard.status ?? this.session.status;
    const currency = heard.snapshot && totalsToShow(heard.snapshot)[0]?.currency;
    return html`<div class="desk ${this.dark ? 'dark' : 'bright'} ${link === 'stale' ? 'stale' : ''}">
      ${deskHead({
        title: this.session.title,
        back: this.paths.back,
        status,
        link,
        dark: this.dark,
        staysOn: this.#awake.stays,
        onDark: () => (this.dark = !this.dark),
        onFullScreen: () => void this.#fullScreen(),
      })}
      ${silenceView(link, this.#live.lastHeardAt)}
      ${this.reached ? html`<p class="desk-reached" role="status">${this.reached}</p>` : nothing}
      <div class="desk-body">
        <div class="desk-main">
          ${totalView(heard, this.#counting)} ${sayNextView(this.#say, (by) => this.#turn(by))}
        </div>
        <div class="desk-side">${paceView(this.#pace.value, currency)} ${giftsView(heard)}</div>
      </div>
      ${deskFoot({
        status,
        busy: this.busy,
        mayEdit: this.mayEdit,
        report: this.paths.report,
        onMove: (to) => void this.#move(to),
      })}
    </div>`;
  }

  async #fullScreen(): Promise<void> {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      // Phones that cannot leave it as it is.
    }
  }
}
