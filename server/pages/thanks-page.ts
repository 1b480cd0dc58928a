import type { Thanks } from '../../widgets/feed/thanks-wire.js';
import { thanksMessages } from '../../widgets/text/thanks/messages.js';
import type { Language } from '../../widgets/text/messages.js';
import type { Screen } from '../../widgets/views/screen.js';
import { thanksView } from '../../widgets/views/thanks-view.js';
import { embedJson, html, type Html } from './html.js';
import { pageFrame } from './page-frame.js';

/** Looked for again without a script, too; with one, the script does it without loading the page anew. */
const again = (seconds: string) =>
  html`<meta name="robots" content="noindex" />
    <noscript><meta http-equiv="refresh" content="${seconds}" /></noscript>`;

/** What the address of a thanks page must not lose when the language changes. */
const inLanguage = (key: string) => (lang: Language) => `?${new URLSearchParams({ key, lang }).toString()}`;

/** The buyer's own page of one order. Its title says nothing of it: titles stand in histories and on shared screens. */
export function thanksPage(screen: Screen & { lang: Language }, thanks: Thanks, key: string): string {
  return page(screen, key, {
    head: again('60'),
    main: html`<div id="live">${thanksView(screen, thanks)}</div>`,
    data: embedJson('page-data', thanks),
  });
}

/** For an order that has not arrived and for a wrong key alike: nobody learns here which orders there are. */
export function thanksUnknownPage(screen: Screen & { lang: Language }, key: string): string {
  const words = thanksMessages[screen.lang];
  return page(screen, key, {
    head: again('15'),
    main: html`<section class="hero unknown">
      <h1 class="plain">${words.unknown}</h1>
      <p class="means">${words.unknownMeans}</p>
      <p class="means">${words.unknownHelp}</p>
      <noscript>
        <p class="onward"><a class="button" href="${inLanguage(key)(screen.lang)}">${words.lookAgain}</a></p>
      </noscript>
    </section>`,
  });
}

function page(
  screen: Screen & { lang: Language },
  key: string,
  parts: { head: Html; main: Html; data?: Html },
): string {
  const words = thanksMessages[screen.lang];
  return pageFrame(screen, {
    title: words.title,
    description: words.description,
    name: 'thanks-page',
    script: true,
    languageLink: inLanguage(key),
    ...parts,
  });
}
