import { html, nothing } from 'lit/html.js';
import { moneyWords } from '../../money/money-words.js';
import type { AnswerElement } from '../tags/kindcast-element.js';
import type { ThanksAnswer, ThanksGift } from '../wire.js';
import type { Brush, Drawn } from './draw.js';
import { amount, card, figures, staleText } from './pieces.js';

const stages = ['pledged', 'confirmed', 'paid', 'reversed'] as const;

/** What one order gave, and how far it is on its way. */
export function thanksView(element: AnswerElement<ThanksAnswer>, brush: Brush): Drawn {
  const { words } = brush;
  const { gifts, totals, pageUrl } = element.source!.value!;
  const [total] = totals;
  // The one that is furthest from its end speaks for all.
  const stage = stages.find((each) => gifts.some(({ state }) => state === each));
  return {
    seen: card(
      'list thanks',
      words.yourOrder,
      nothing,
      html`${total ? figures('thanks', total, brush) : html`<p class="note" part="note">${words.noCharityItem}</p>`}
        <ul class="rows">
          ${gifts.slice(0, element.limit).map((gift) => giftRow(gift, brush))}
        </ul>
        <p class="note" part="note">${stage ? moneyWords[brush.lang][stage].means : nothing}</p>
        <p class="note" part="note">
          ${staleText(element, brush) || (/^https?:/.test(pageUrl) ? html`<a href=${pageUrl} part="link">${words.follow}</a>` : nothing)}
        </p>`,
    ),
  };
}

function giftRow(gift: ThanksGift, brush: Brush) {
  const taken = gift.state === 'reversed';
  return html`<li class="row ${taken ? 'fall' : ''}" part="row">
    <span class="title" part="title"><bdi>${gift.title}</bdi></span>
    <span class="end">${amount(gift.amount, brush, taken)}</span>
    <span class="small" part="note"><bdi>${gift.charity.name}</bdi></span>
    <span class="small end" part="note">${moneyWords[brush.lang][gift.state].label}</span>
  </li>`;
}
