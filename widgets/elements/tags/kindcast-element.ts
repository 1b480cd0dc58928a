import type { Language } from '../../text/messages.js';
import type { Draw } from '../drawing/draw.js';
import { forgetNearness, watchNearness } from '../news/on-screen.js';
import type { Polled, Watcher } from '../news/polled.js';
import { answerSource, topicSource } from '../news/sources.js';
import type { TopicSource } from '../news/topic-source.js';
import type { AnswerSource } from '../news/answer-source.js';
import type { TopicKind } from '../wire.js';
import { totalText } from './total-text.js';
import reserved from './reserved.css?text';

/** Where this script came from is where the numbers come from. */
const home = new URL(import.meta.url).origin;

const kinds: readonly TopicKind[] = ['session', 'project', 'shop'];

let drawing: Promise<{ draw: Draw }> | undefined;
let draw: Draw | undefined;
let place: CSSStyleSheet | undefined;

/**
 * What all elements are before anything is drawn: a place of the right size that shows what stands between its tags, then
 * the first figure as plain text, and, once the drawings have arrived, whatever `draw` makes of it.
 *
 * @cssprop --kindcast-accent - The one colour that stands out; by default vermilion
 * @cssprop --kindcast-paper - What the card is made of
 * @cssprop --kindcast-ink - Text
 * @cssprop --kindcast-soft - Text of lesser weight
 * @cssprop --kindcast-line - Lines between rows and around the card
 * @cssprop --kindcast-track - What bars stand in
 * @cssprop --kindcast-warn - Falls, and numbers that are old
 * @cssprop --kindcast-font - Font family; by default the page's
 * @cssprop --kindcast-radius - How round the card is
 */
export abstract class KindcastElement<S extends Polled = Polled> extends HTMLElement implements Watcher {
  /** Of all elements; none minds those of another. */
  static observedAttributes = [
    ...kinds,
    'product',
    'order',
    'key',
    'by',
    'currency',
    'limit',
    'milestones',
    'server',
    'lang',
    'theme',
  ];

  source: S | undefined;
  near = false;
  wantsGifts = false;
  protected readonly limitByDefault: number = 5;
  readonly #size = new CSSStyleSheet();
  #drawn = false;
  #due = false;

  protected abstract findSource(server: string): S | undefined;

  /** The one figure that can be shown before the drawings have come. */
  protected firstText(): string {
    return '';
  }

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    if (!this.#drawn) root.replaceChildren(document.createElement('slot'));
    if (!root.adoptedStyleSheets.includes(this.#size)) root.adoptedStyleSheets.push(this.#size);
    this.#reservePlace();
    this.#choose();
    watchNearness(this, (near) => {
      this.near = near;
      this.source?.look();
      if (near && !draw) void this.#loadDrawings();
      // What was passed over while nobody looked.
      else if (near) this.changed();
    });
  }

  disconnectedCallback(): void {
    forgetNearness(this);
    this.near = false;
    this.#leave();
  }

  attributeChangedCallback(): void {
    if (this.isConnected && this.shadowRoot) this.#choose();
  }

  /** The element's own, its page's, or the reader's language. */
  get language(): Language {
    const tag = this.closest<HTMLElement>('[lang]')?.lang || navigator.language;
    return /^zh/i.test(tag) ? 'zh-CN' : 'en';
  }

  /** How many rows to show, 1 to 10. */
  get limit(): number {
    const asked = parseInt(this.getAttribute('limit')!, 10);
    return asked >= 1 ? Math.min(asked, 10) : this.limitByDefault;
  }

  changed(): void {
    if (this.#due) return;
    this.#due = true;
    // Several changes at once, such as three attributes, are one drawing.
    queueMicrotask(() => {
      this.#due = false;
      if (this.isConnected) this.#show();
    });
  }

  #show(): void {
    const root = this.shadowRoot!;
    if (!draw) {
      const text = this.firstText();
      if (text !== '') root.replaceChildren(text);
      return;
    }
    if (!this.#drawn) root.replaceChildren();
    this.#drawn = true;
    draw(this, root);
  }

  async #loadDrawings(): Promise<void> {
    try {
      drawing ??= import('../drawing/draw.js');
      ({ draw } = await drawing);
      this.changed();
    } catch {
      // The figure stays as text; the next element that comes near tries again.
      drawing = undefined;
    }
  }

  #choose(): void {
    const source = this.findSource(this.getAttribute('server')?.replace(/\/$/, '') ?? home);
    if (source !== this.source) {
      this.#leave();
      this.source = source;
      source?.watchers.add(this);
      source?.look();
    }
    this.#size.replaceSync(`:host{--kindcast-limit:${this.limit}}`);
    this.changed();
  }

  #leave(): void {
    this.source?.watchers.delete(this);
    this.source?.look();
    this.source = undefined;
  }

  /** In the page or in whatever shadow tree the element stands; the page's own rules still win. */
  #reservePlace(): void {
    const tree = this.getRootNode() as Document | ShadowRoot;
    if (!place) {
      place = new CSSStyleSheet();
      place.replaceSync(reserved);
    }
    if (!tree.adoptedStyleSheets.includes(place)) tree.adoptedStyleSheets.push(place);
  }
}

/** An element that shows a topic, named by its `session`, `project` or `shop`. */
export abstract class TopicElement extends KindcastElement<TopicSource> {
  protected findSource(server: string): TopicSource | undefined {
    for (const kind of kinds) {
      const id = this.getAttribute(kind);
      if (id) return topicSource(server, kind, id);
    }
    return undefined;
  }
}

/** One whose figure is the topic's total, which can be shown as text at once. */
export abstract class TotalElement extends TopicElement {
  protected override firstText(): string {
    return totalText(this.source?.state.snapshot, this.language);
  }
}

/** An element that shows one public answer. */
export abstract class AnswerElement<T> extends KindcastElement<AnswerSource<T>> {
  /** The attributes without which there is nothing to ask. */
  protected readonly needs: readonly string[] = [];
  /** The address behind /v1/. */
  protected abstract path(): string;
  protected abstract readonly everyMs: number;

  protected findSource(server: string): AnswerSource<T> | undefined {
    return this.needs.every((name) => this.getAttribute(name))
      ? answerSource<T>(server, this.path(), this.everyMs)
      : undefined;
  }

  /** An attribute as a piece of an address. */
  protected piece(name: string): string {
    return encodeURIComponent(this.getAttribute(name) ?? '');
  }
}
