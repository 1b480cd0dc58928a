import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TopicState } from '../../feed/take-news.js';
import { formatMoney, formatTakenBack } from '../../money/format-money.js';
import { pageLanguage } from '../language.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import { agoView } from '../parts/time.js';
import sheet from './look/newest-gifts.css?text';
import { merchantWords } from './page.js';

adoptSheet(sheet);

/** The newest gifts of a shop as they come in; nothing when there are none. */
export function newestGifts(
  { gifts, snapshot }: TopicState,
  titleOf: (projectId: string) => string | undefined,
  most = 8,
): TemplateResult | typeof nothing {
  if (gifts.length === 0) return nothing;
  const words = merchantWords();
  const lang = pageLanguage();
  const title = (id: string) =>
    snapshot?.projects.find((project) => project.projectId === id)?.title ?? titleOf(id) ?? '';
  return html`<ul class="gift-rows" aria-label=${words.newestGifts}>
    ${repeat(
      gifts.slice(0, most),
      (gift) => gift.key,
      (gift) =>
        html`<li class=${gift.fresh ? 'fresh' : ''}>
          <span class="gift-item">${gift.item}<small class="quiet">${title(gift.projectId)}</small></span>
          <span class="quiet small">${agoView(gift.at)}</span>
          <span class="money ${gift.change}">
            ${gift.change === 'pledged' ? formatMoney(gift.amount, lang) : formatTakenBack(gift.amount, lang)}
          </span>
        </li>`,
    )}
  </ul>`;
}
