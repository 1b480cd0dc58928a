import { html } from 'lit/html.js';
import type { SeenGift } from '../../feed/take-news.js';
import { formatMoney } from '../../money/format-money.js';
import { formatAgo } from '../../text/format-time.js';
import { reasonWords } from '../../text/messages.js';
import type { TopicElement } from '../tags/kindcast-element.js';
import type { Brush, Drawn } from './draw.js';
import { amount, card, staleText, stateView } from './pieces.js';

/** The newest gifts; what was taken back stands there as openly as what was given. */
export function giftsView(element: TopicElement, brush: Brush): Drawn {
  const { state } = element.source!;
  const { words, lang } = brush;
  const titles = new Map(state.snapshot!.projects.map(({ projectId, title }) => [projectId, title]));
  const shown = state.gifts.slice(0, element.limit);
  const [newest] = shown;
  const stale = staleText(element, brush);
  return {
    seen: card(
      'list',
      words.gifts,
      stateView(element, brush),
      html`<ul class="rows">
          ${shown.map((gift, row) => giftRow(gift, row === 0 ? state.giftsSeq : NaN, titles.get(gift.projectId), brush))}
        </ul>
        <p class="note foot" part="note">${stale || (newest ? '' : words.noGifts)}</p>`,
    ),
    news:
      newest?.fresh && newest.change === 'pledged'
        ? words.saysGift(newest.item, formatMoney(newest.amount, lang))
        : undefined,
  };
}

/** `seq` of the message that just brought it; each new one makes the row light up anew. */
function giftRow(gift: SeenGift, seq: number, project: string | undefined, brush: Brush) {
  const { words, lang, now } = brush;
  const taken = gift.change === 'reversed';
  return html`<li class="row ${taken ? 'fall' : ''} ${gift.fresh && seq ? `fresh${seq % 2}` : ''}" part="row">
    <span class="title" part="title"><bdi>${gift.item}</bdi></span>
    <span class="end">${taken ? `${reasonWords(gift.reason, words)} ` : ''}${amount(gift.amount, brush, taken)}</span>
    <span class="small" part="note">${project === undefined ? '' : words.toProject(project)}</span>
    <time class="small end" datetime=${gift.at}>${formatAgo(gift.at, now, lang)}</time>
  </li>`;
}
