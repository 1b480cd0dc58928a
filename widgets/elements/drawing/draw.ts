import { render, type TemplateResult } from 'lit/html.js';
import { CountUp } from '../../money/count-up.js';
import { elementWords, type ElementWords } from '../../text/elements/messages.js';
import type { Language } from '../../text/messages.js';
import type { AnswerElement, KindcastElement, TopicElement } from '../tags/kindcast-element.js';
import type { KindcastBoard } from '../tags/kindcast-board.js';
import type { BoardAnswer, RuleAnswer, ThanksAnswer } from '../wire.js';
import { sayCalmly } from './announce.js';
import { boardView } from './board-view.js';
import { giftsView } from './gifts-view.js';
import { goalView } from './goal-view.js';
import { itemView } from './item-view.js';
import { unknownView } from './pieces.js';
import { projectsView } from './projects-view.js';
import { thanksView } from './thanks-view.js';
import { totalView } from './total-view.js';
import badge from './badge.css?text';
import figures from './figures.css?text';
import look from './look.css?text';
import rows from './rows.css?text';

/** What a view draws with. */
export interface Brush {
  lang: Language;
  words: ElementWords;
  now: number;
  /** Whether every amount of the element is written out in full; `toggleExact` changes it. */
  exact: boolean;
  toggleExact(): void;
  /** The amount to show on the way to `to`. */
  counting(name: string, to: string): string;
}

/** What a view made: what is seen, and the news for those who listen. */
export interface Drawn {
  seen: TemplateResult;
  news?: string | undefined;
}

// What is drawn is what the tag says, so the classes themselves stay in the loader.
const views: Record<string, (element: never, brush: Brush) => Drawn> = {
  total: totalView satisfies (element: TopicElement, brush: Brush) => Drawn,
  goal: goalView satisfies (element: TopicElement, brush: Brush) => Drawn,
  gifts: giftsView satisfies (element: TopicElement, brush: Brush) => Drawn,
  projects: projectsView satisfies (element: TopicElement, brush: Brush) => Drawn,
  item: itemView satisfies (element: AnswerElement<RuleAnswer>, brush: Brush) => Drawn,
  board: boardView satisfies (element: AnswerElement<BoardAnswer> & KindcastBoard, brush: Brush) => Drawn,
  thanks: thanksView satisfies (element: AnswerElement<ThanksAnswer>, brush: Brush) => Drawn,
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(look + figures + rows + badge);

/** What an element keeps between two drawings. */
interface Canvas {
  counts: CountUp;
  exact: boolean;
}
const canvases = new WeakMap<KindcastElement, Canvas>();

/** Ages ("2 minutes ago") and notices that pass by themselves are drawn again now and then. */
const TICK_MS = 5_000;
const drawn = new Set<KindcastElement>();
setInterval(() => {
  for (const element of drawn)
    if (!element.isConnected) drawn.delete(element);
    else if (element.near && !document.hidden) element.changed();
}, TICK_MS);

function canvasOf(element: KindcastElement): Canvas {
  const known = canvases.get(element);
  if (known) return known;
  const canvas: Canvas = { counts: new CountUp(() => element.changed()), exact: false };
  canvases.set(element, canvas);
  return canvas;
}

/** Draws an element into its shadow tree. */
export function draw(element: KindcastElement, root: ShadowRoot): void {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  drawn.add(element);
  const canvas = canvasOf(element);
  const { language: lang } = element;
  const brush: Brush = {
    lang,
    words: elementWords[lang],
    now: Date.now(),
    exact: canvas.exact,
    toggleExact() {
      canvas.exact = !canvas.exact;
      element.changed();
    },
    counting: (name, to) => canvas.counts.shown(name, to),
  };
  const view = element.source?.known && views[element.localName.replace(/^.*-/, '')];
  const { seen, news }: Drawn = view ? view(element as never, brush) : { seen: unknownView(element, brush) };
  render(seen, root);
  sayCalmly(element, root, news);
}

export type Draw = typeof draw;
