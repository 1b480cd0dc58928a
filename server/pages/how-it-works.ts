import type { Screen } from '../../widgets/views/screen.js';
import { html, type Html } from './html.js';

/** From the order to the charity, in three steps. */
export function howItWorks({ words }: Screen): Html {
  return html`<section class="how" aria-labelledby="how">
    <h2 id="how">${words.how}</h2>
    <ol>
      ${words.howSteps.map(
        ({ title, text }) =>
          html`<li>
            <h3>${title}</h3>
            <p>${text}</p>
          </li>`,
      )}
    </ol>
  </section>`;
}
