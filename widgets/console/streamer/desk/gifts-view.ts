import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TopicState } from '../../../feed/take-news.js';
import { formatMoney } from '../../../money/format-money.js';
import { formatAgo } from '../../../text/format-time.js';
import { messages, reasonWords } from '../../../text/messages.js';
import { pageLanguage } from '../../language.js';
import { words } from '../words.js';

/** As many as one sees at a glance. */
const shown = 6;

export function giftsView({ gifts }: TopicState): TemplateResult {
  const own = words();
  const lang = pageLanguage();
  return html`<section class="desk-card gifts" aria-labelledby="gifts-title">
    <h2 id="gifts-title">${own.newestGifts}</h2>
    ${
      gifts.length === 0
        ? html`<p class="quiet">${own.giftsWait}</p>`
        : html`<ul>
            ${repeat(
              gifts.slice(0, shown),
              ({ key }) => key,
              (gift) => {
                const down = gift.change === 'reversed';
                return html`<li class="${down ? 'down' : ''} ${gift.fresh ? 'gift fresh' : ''}">
                  <span class="what">
                    <span class="item">${gift.item}</span>
                    <small class="quiet"
                      >${down ? own.tookBack(reasonWords(gift.reason, messages[lang])) : formatAgo(gift.at, Date.now(), lang)}</small
                    >
                  </span>
                  <span class="amount-cell">${down ? '−' : '+'}${formatMoney(gift.amount, lang)}</span>
                </li>`;
              },
            )}
          </ul>`
    }
  </section>`;
}
