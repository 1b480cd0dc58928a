import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { otherLanguage } from '../text/messages.js';
import { areas } from './areas.js';
import type { ConsoleArea, PageContext, PageRoute } from './area.js';
import { findPlace, type Place } from './find-place.js';
import { consoleFrame } from './frame.js';
import { pageLanguage, rememberLanguage, shellWords, speak } from './language.js';
import { LANGUAGE_CHANGED, LightElement } from './light-element.js';
import { nobody, readMe, type Me } from './me.js';
import { emptyState } from './parts/empty-state.js';
import { refusalWords } from './parts/refusal.js';
import { skeleton } from './parts/skeleton.js';
import { keepPlace, lastPlace } from './remember-place.js';
import { ME_CHANGED } from './me-changed.js';
import { findRoute, followed, goTo, MOVED, partsOf, pathTo } from './router.js';

interface Shown {
  place: Exclude<Place, { onTo: string }>;
  area: ConsoleArea;
  route: PageRoute | undefined;
  params: Record<string, string>;
}

/** The console: finds the page that the address means, draws it in the frame, and moves the focus there. */
@customElement('kc-console')
export class KindcastConsole extends LightElement {
  @state() private me: Me = nobody;
  @state() private shown: Shown | 'loading' | 'nothing' | { error: unknown } = 'loading';
  /** Grows with every move, so that what loads slowly cannot overtake what came after it. */
  #move = 0;
  #shownAt = '';

  override connectedCallback(): void {
    super.connectedCallback();
    rememberLanguage();
    window.addEventListener(MOVED, () => void this.#open());
    window.addEventListener('popstate', () => void this.#open());
    window.addEventListener(ME_CHANGED, () => void this.#begin());
    document.addEventListener('click', (event) => this.#follow(event));
    void this.#begin();
  }

  async #begin(): Promise<void> {
    try {
      this.me = await readMe();
      await this.#open();
    } catch (error) {
      this.shown = { error };
    }
  }

  async #open(): Promise<void> {
    const move = (this.#move += 1);
    const place = findPlace(partsOf(location.pathname), this.me, lastPlace());
    if (place && 'onTo' in place) return goTo(place.onTo, { replace: true });
    if (!place) return this.#show('nothing');
    try {
      const area = await areas[place.area]();
      const found = findRoute(area.routes, place.parts);
      await found?.route.load?.();
      if (move !== this.#move) return;
      if (place.organisation || place.area === 'operator') keepPlace(place.organisation?.id ?? 'operator');
      this.#show({ place, area, route: found?.route, params: found?.params ?? {} });
    } catch (error) {
      if (move === this.#move) this.#show({ error });
    }
  }

  #show(shown: Shown | 'nothing' | { error: unknown }): void {
    const first = this.shown === 'loading';
    const moved = this.#shownAt !== location.pathname;
    this.#shownAt = location.pathname;
    this.shown = shown;
    void this.updateComplete.then(() => {
      this.querySelector<HTMLElement & { open: boolean }>('.menu-drawer')?.removeAttribute('open');
      if (first || !moved) return;
      window.scrollTo(0, 0);
      // The heading is read out, as a fresh page's title would be.
      (this.querySelector<HTMLElement>('main h1') ?? this.querySelector<HTMLElement>('main'))?.focus();
    });
  }

  #follow(event: MouseEvent): void {
    const to = followed(event);
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  }

  #speakOther(): void {
    speak(otherLanguage(pageLanguage()));
    window.dispatchEvent(new Event(LANGUAGE_CHANGED));
  }

  protected override render(): TemplateResult {
    const { shown } = this;
    const page = this.#page();
    const title = typeof shown === 'object' && 'route' in shown ? shown.route?.title(pageLanguage()) : undefined;
    document.title = `${title ?? shellWords().console} · ${shellWords().brand}`;
    return consoleFrame({
      lang: pageLanguage(),
      me: this.me,
      shown: typeof shown === 'object' && 'route' in shown ? shown : undefined,
      page,
      onLanguage: () => this.#speakOther(),
    });
  }

  #page(): unknown {
    const { shown } = this;
    const words = shellWords();
    if (shown === 'loading') return skeleton(words.loading);
    if (shown !== 'nothing' && 'error' in shown)
      return emptyState({
        title: words.failed,
        text: refusalWords(shown.error),
        action: html`<wa-button @click=${() => void this.#begin()}>${words.tryAgain}</wa-button>`,
      });
    if (shown === 'nothing' || !shown.route)
      return emptyState({
        title: words.notFound,
        text: words.notFoundText,
        action: html`<wa-button variant="brand" href=${pathTo()}>${words.toStart}</wa-button>`,
      });
    // Another address is another page, even when the same element draws it.
    return keyed(this.#shownAt, shown.route.render(this.#context(shown)) ?? nothing);
  }

  #context({ place, params }: Shown): PageContext {
    return {
      lang: pageLanguage(),
      me: this.me,
      organisation: place.organisation,
      params,
      query: new URLSearchParams(location.search),
      pathOf: (...parts) => pathTo(...place.base, ...parts),
    };
  }
}
