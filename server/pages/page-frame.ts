import { otherLanguage, type Language } from '../../widgets/text/messages.js';
import type { Screen } from '../../widgets/views/screen.js';
import { html, type Html } from './html.js';
import { withOwnSheet } from './page-sheet.js';
import { sealIcon, sealView } from './seal.js';
import type { SharePicture } from './share-links.js';

export interface Page {
  title: string;
  description: string;
  /** Name of the style sheet and script in /widgets. */
  name: 'session-page' | 'project-page' | 'start-page' | 'thanks-page' | 'gallery' | 'studio' | 'docs';
  /** Whether the page has a script; a page that says only words needs none. */
  script: boolean;
  /** Full address, for links that are shared. */
  address?: string;
  /** More for the head. */
  head?: Html;
  /** The page in another language, where its address holds more than its path. */
  languageLink?(lang: Language): string;
  picture?: SharePicture;
  /** Rules for this page alone, in CSS: of numbers and names that are ours, never of what somebody wrote. */
  rules?: string;
  main: Html;
  /** What the script reads. */
  data?: Html;
}

/** The head common to every sheet of Kindcast: nothing inline runs, everything comes from here. */
function commonHead({ words }: Screen, title: string, name: string, script: boolean): Html {
  return html`<meta charset="utf-8" />
    <title>${title} · ${words.brand}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="${sealIcon}" />
    <link rel="stylesheet" href="/widgets/${name}.css" />
    ${script ? html`<script type="module" src="/widgets/${name}.js"></script>` : ''}`;
}

/** The head of a sheet that is always written in the font we bring along, such as the overlay. */
export function headView(screen: Screen, title: string, name: string, script: boolean): Html {
  return html`${commonHead(screen, title, name, script)}
    <link
      rel="preload"
      href="/fonts/files/noto-sans-sc-latin-wght-normal.woff2"
      as="font"
      type="font/woff2"
      crossorigin="anonymous"
    />
    <link rel="stylesheet" href="/fonts/noto-sans-sc.css" />`;
}

function pictureView({ address, alt }: SharePicture): Html {
  return html`<meta property="og:type" content="website" />
    <meta property="og:image" content="${address}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content="${alt}" />
    <meta name="twitter:card" content="summary_large_image" />
    <meta name="twitter:image" content="${address}" />
    <meta name="twitter:image:alt" content="${alt}" />`;
}

/**
 * A page around its content. It is written in the reader's own fonts; the one we bring along is for those who have none with
 * Chinese, and its sheet stands at the end, so that nobody else waits for it.
 */
export function pageFrame(screen: Screen, page: Page): string {
  const { words, lang, query } = screen;
  const other = otherLanguage(lang);
  const text = html`<!doctype html>
    <html lang="${lang}">
      <head>
        ${commonHead(screen, page.title, page.name, page.script)}
        <meta name="description" content="${page.description}" />
        <meta property="og:title" content="${page.title}" />
        <meta property="og:description" content="${page.description}" />
        <meta property="og:site_name" content="${words.brand}" />
        ${
          page.address
            ? html`<link rel="canonical" href="${page.address}" /><meta property="og:url" content="${page.address}" />`
            : ''
        }
        ${page.head ?? ''} ${page.picture ? pictureView(page.picture) : ''}
      </head>
      <body>
        <a class="skip" href="#main">${words.skipToContent}</a>
        <header class="site">
          <a class="brand" href="/${query}">${sealView()}<span>${words.brand}</span></a>
          <a
            class="language"
            href="${page.languageLink?.(other) ?? `?lang=${other}`}"
            hreflang="${other}"
            lang="${other}"
            >${words.otherLanguageName}</a
          >
        </header>
        <main id="main" tabindex="-1">${page.main}</main>
        ${page.data ?? ''}
        <link rel="stylesheet" href="/fonts/chinese.css" />
      </body>
    </html>`;
  return withOwnSheet(text, page.rules);
}
