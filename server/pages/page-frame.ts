import { otherLanguage, type Language } from '../../widgets/text/messages.js';
import type { Screen } from '../../widgets/views/screen.js';
import { html, type Html } from './html.js';
import type { SharePicture } from './share-links.js';

/** The seal 善 on vermilion, drawn in the page so that it costs no request. */
const seal = (name: string) =>
  html`<svg class="${name}" viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8" />
    <text x="16" y="23" text-anchor="middle">善</text>
  </svg>`;

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#c23b22"/>' +
      '<text x="16" y="23" font-size="20" font-weight="700" text-anchor="middle" fill="#fff">善</text></svg>',
  );

export interface Page {
  title: string;
  description: string;
  /** Name of the style sheet and script in /widgets. */
  name: 'session-page' | 'project-page' | 'start-page' | 'thanks-page' | 'studio';
  /** Whether the page has a script; a page that says only words needs none. */
  script: boolean;
  /** Full address, for links that are shared. */
  address?: string;
  /** More for the head. */
  head?: Html;
  /** The page in another language, where its address holds more than its path. */
  languageLink?(lang: Language): string;
  picture?: SharePicture;
  main: Html;
  /** What the script reads. */
  data?: Html;
}

/** The head and the words common to every sheet of Kindcast: nothing inline runs, everything comes from here. */
export function headView({ words }: Screen, title: string, name: string, script: boolean): Html {
  return html`<meta charset="utf-8" />
    <title>${title} · ${words.brand}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="${icon}" />
    <link
      rel="preload"
      href="/fonts/files/noto-sans-sc-latin-wght-normal.woff2"
      as="font"
      type="font/woff2"
      crossorigin="anonymous"
    />
    <link rel="stylesheet" href="/fonts/noto-sans-sc.css" />
    <link rel="stylesheet" href="/widgets/${name}.css" />
    ${script ? html`<script type="module" src="/widgets/${name}.js"></script>` : ''}`;
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

export function pageFrame(screen: Screen, page: Page): string {
  const { words, lang, query } = screen;
  const other = otherLanguage(lang);
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        ${headView(screen, page.title, page.name, page.script)}
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
          <a class="brand" href="/${query}">${seal('seal')}<span>${words.brand}</span></a>
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
      </body>
    </html>`.text;
}
