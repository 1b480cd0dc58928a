import { galleryTags, type GalleryTag, type GalleryWords, type OptionName } from '../text/gallery/messages.js';
import type { Piece, Screen } from './screen.js';

/** A topic to choose from, as `kind:id`, with its title. */
export interface Choice {
  topic: string;
  title: string;
}

/** Elements that show the chosen topic, and the options each has besides. */
export const followTopic: ReadonlySet<GalleryTag> = new Set([
  'kindcast-total',
  'kindcast-goal',
  'kindcast-gifts',
  'kindcast-projects',
]);

const options: Record<GalleryTag, readonly OptionName[]> = {
  'kindcast-total': [],
  'kindcast-goal': ['milestones'],
  'kindcast-gifts': ['limit'],
  'kindcast-projects': ['limit'],
  'kindcast-board': ['by', 'currency', 'limit'],
  'kindcast-item': ['shop', 'product'],
  'kindcast-thanks': ['shop', 'order', 'key'],
};

const placeholders: Partial<Record<OptionName, string>> = { milestones: '25 50 75', currency: 'CNY', limit: '5' };

/** The two lines that a page needs once. */
export const scriptTags = (server: string) =>
  `<link rel="stylesheet" href="${server}/widgets/kindcast.css">\n` +
  `<script type="module" src="${server}/widgets/kindcast.js"></script>`;

/**
 * An element as one writes it; values may be anything that somebody typed. Between its tags stands what is shown without
 * scripts: `words`, and where there is a page to go to, a link to it.
 */
export function snippet(tag: string, attributes: Record<string, string>, words: string, address?: string): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const between = address === undefined ? escape(words) : `<a href="${escape(address)}">${escape(words)}</a>`;
  return `<${tag}${written.join('')}>${between}</${tag}>`;
}

/** Every element with its options, its preview and its snippet; the script fills in what is tried. */
export function galleryView(screen: Screen, words: GalleryWords): Piece {
  return screen.html`${galleryTags.map((tag) => elementView(screen, words, tag))}`;
}

function elementView({ html }: Screen, words: GalleryWords, tag: GalleryTag): Piece {
  const { title, text } = words.elements[tag];
  return html`<article class="try" data-tag="${tag}" aria-labelledby="${tag}">
    <div class="about">
      <h2 id="${tag}">${title}</h2>
      <p class="quiet">${text}</p>
      <div class="options">${options[tag].map((name) => optionView(html, words, tag, name))}</div>
      ${snippetView(html, words, tag, title, '')}
    </div>
    <div class="preview"><p class="quiet fill-in">${words.fillIn}</p></div>
  </article>`;
}

function optionView(html: Screen['html'], words: GalleryWords, tag: GalleryTag, name: OptionName): Piece {
  const field =
    name === 'by'
      ? html`<select name="by">
          ${(['session', 'shop', 'region'] as const).map((by) => html`<option value="${by}">${words.by[by]}</option>`)}
        </select>`
      : name === 'limit'
        ? html`<input name="limit" type="number" min="1" max="10" placeholder="5" />`
        : html`<input
            name="${name}"
            autocomplete="off"
            spellcheck="false"
            maxlength="100"
            placeholder="${placeholders[name] ?? ''}"
          />`;
  return html`<label class="option ${tag}-${name}"><span>${words.options[name]}</span>${field}</label>`;
}

/** Something to copy, with the button that does it. */
export function snippetView(
  html: Screen['html'],
  words: GalleryWords,
  name: string,
  title: string,
  text: string,
): Piece {
  return html`<div class="snippet">
    <pre tabindex="0" aria-label="${words.snippetOf(title)}"><code data-snippet="${name}">${text}</code></pre>
    <button type="button" class="copy" data-copy="${name}" aria-label="${words.copy}: ${title}">${words.copy}</button>
  </div>`;
}
