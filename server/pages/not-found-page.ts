import type { Screen } from '../../widgets/views/screen.js';
import { html } from './html.js';
import { pageFrame } from './page-frame.js';

/** A missing page, in words. */
export function notFoundPage(screen: Screen): string {
  const { words, query } = screen;
  return pageFrame(screen, {
    title: words.notFound,
    description: words.notFoundText,
    name: 'start-page',
    script: false,
    main: html`<section class="pitch missing">
      <h1>${words.notFound}</h1>
      <div>
        <p>${words.notFoundText}</p>
        <p><a class="button" href="/${query}">${words.toStartPage}</a></p>
      </div>
    </section>`,
  });
}
