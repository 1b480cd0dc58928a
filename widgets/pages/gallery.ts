import './gallery.css';
import type { BoardAnswer } from '../elements/wire.js';
import { galleryWords, type GalleryTag } from '../text/gallery/messages.js';
import { isLanguage } from '../text/messages.js';
import { followTopic, snippet } from '../views/gallery-view.js';
import { readPageData } from './live-place.js';

const { publicUrl } = readPageData<{ publicUrl: string }>() ?? { publicUrl: location.origin };
const { lang } = document.documentElement;
const words = galleryWords[isLanguage(lang) ? lang : 'en'];
const usualAccent = '#bd3a20';
/** What an element cannot do without. */
const needed: Partial<Record<GalleryTag, readonly string[]>> = {
  'kindcast-item': ['shop', 'product'],
  'kindcast-thanks': ['shop', 'order', 'key'],
};

type Field = HTMLInputElement | HTMLSelectElement;
const choice = (name: string) => document.querySelector<Field>(`.choices [name="${name}"]`)?.value.trim() ?? '';

/** What the choices and an element's own options make of it. */
function attributesOf(article: HTMLElement, tag: GalleryTag): Record<string, string> {
  const attributes: Record<string, string> = {};
  if (followTopic.has(tag)) {
    const [, kind = 'session', id = ''] =
      /^(session|project|shop):(.+)$/.exec(choice('own-topic') || choice('topic')) ?? [];
    attributes[kind] = id;
  }
  for (const field of article.querySelectorAll<Field>('.options [name]'))
    if (field.value.trim() !== '') attributes[field.name] = field.value.trim();
  if (choice('lang') !== '') attributes['lang'] = choice('lang');
  if (choice('theme') !== 'auto') attributes['theme'] = choice('theme');
  if (choice('accent') !== usualAccent) attributes['style'] = `--kindcast-accent: ${choice('accent')}`;
  return attributes;
}

/** The public page of what an element follows. */
function pageOf({ session, project }: Record<string, string>): string | undefined {
  if (session) return `${publicUrl}/sessions/${encodeURIComponent(session)}`;
  return project ? `${publicUrl}/projects/${encodeURIComponent(project)}` : undefined;
}

/** Draws one element anew: its snippet, and the real element beside it. */
function tryOut(article: HTMLElement): void {
  const tag = article.dataset['tag'] as GalleryTag;
  const attributes = attributesOf(article, tag);
  const code = article.querySelector('[data-snippet]');
  if (code) code.textContent = snippet(tag, attributes, words.elements[tag].title, pageOf(attributes));
  const complete = (needed[tag] ?? (followTopic.has(tag) ? Object.keys(attributes).slice(0, 1) : [])).every(
    (name) => (attributes[name] ?? '') !== '',
  );
  const preview = article.querySelector<HTMLElement>('.preview')!;
  preview.classList.toggle('ready', complete);
  const known = preview.querySelector(tag);
  if (!complete) return known?.remove();
  const element = known ?? document.createElement(tag);
  for (const { name } of [...element.attributes]) if (!(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (!known) preview.append(element);
}

const articles = [...document.querySelectorAll<HTMLElement>('article.try')];
const tryAll = () => articles.forEach(tryOut);

let typing: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('input', () => {
  clearTimeout(typing);
  // An id that is still being typed is no id.
  typing = setTimeout(tryAll, 300);
});

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('[data-copy]');
  if (button) void copy(button);
});

async function copy(button: HTMLButtonElement): Promise<void> {
  const code = document.querySelector(`[data-snippet="${button.dataset['copy']}"]`)!;
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    button.textContent = words.copied;
  } catch {
    // Without https a browser gives no clipboard.
    getSelection()?.selectAllChildren(code);
    button.textContent = words.copyYourself;
  }
  setTimeout(() => (button.textContent = words.copy), 2_500);
}

/** Shops are in no list but the board's. */
async function offerShops(): Promise<void> {
  const answer = await fetch('/v1/board?by=shop&limit=20');
  if (!answer.ok) return;
  const { entries } = (await answer.json()) as BoardAnswer;
  const group = document.querySelector<HTMLOptGroupElement>('optgroup[hidden]');
  if (!group || entries.length === 0) return;
  group.append(...entries.map(({ id, title }) => new Option(title, `shop:${id}`)));
  group.hidden = false;
  for (const field of document.querySelectorAll<Field>('.option [name="shop"]'))
    if (field.value === '') field.value = entries[0]!.id;
}

tryAll();
// The board may be away; everything else works without.
offerShops().then(tryAll, () => undefined);
