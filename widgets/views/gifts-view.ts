import { formatMoney, formatTakenBack } from '../money/format-money.js';
import { formatAgo } from '../text/format-time.js';
import { reasonWords } from '../text/messages.js';
import type { SeenGift } from '../feed/take-news.js';
import type { ProjectTotal } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** The newest gifts, newest first; what was taken back stands there as openly as what was given. */
export function giftsView(
  screen: Screen,
  gifts: readonly SeenGift[],
  projects: readonly ProjectTotal[],
  withTime = true,
): Piece {
  const titles = new Map(projects.map((project) => [project.projectId, project.title]));
  return screen.html`<ul class="gifts">
    ${screen.each(
      gifts,
      (gift) => gift.key,
      (gift) => giftView(screen, gift, titles.get(gift.projectId) ?? '', withTime),
    )}
  </ul>`;
}

function giftView({ html, lang, words, now }: Screen, gift: SeenGift, project: string, withTime: boolean): Piece {
  const taken = gift.change === 'reversed';
  return html`<li class="gift ${taken ? 'taken' : ''} ${gift.fresh ? 'fresh' : ''}">
    <span class="gift-item">${gift.item}</span>
    <span class="gift-amount"
      >${taken ? html`<span class="gift-reason">${reasonWords(gift.reason, words)}</span> ` : ''}${
        taken ? formatTakenBack(gift.amount, lang) : formatMoney(gift.amount, lang)
      }</span
    >
    <span class="gift-project">${project === '' ? '' : words.toProject(project)}</span>
    ${withTime ? html`<time class="gift-time" datetime="${gift.at}">${formatAgo(gift.at, now, lang)}</time>` : ''}
  </li>`;
}
