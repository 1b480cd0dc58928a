import type { GiftStage, Thanks, ThanksGift } from '../feed/thanks-wire.js';
import { formatMoney, formatTakenBack, moneyPieces } from '../money/format-money.js';
import { moneyWords } from '../money/money-words.js';
import { formatTime } from '../text/format-time.js';
import { takenBackWords, thanksMessages, type ThanksMessages } from '../text/thanks/messages.js';
import type { Piece, Screen } from './screen.js';

/** What one order gave, for its buyer: the sum first, then each gift with how far it is on its way, like a parcel. */
export function thanksView(screen: Screen, thanks: Thanks): Piece {
  const { html, each, lang, timeZone, query } = screen;
  const words = thanksMessages[lang];
  const { session, gifts } = thanks;
  return html`
    <section class="hero" aria-live="polite">
      ${heroView(screen, thanks, words)}
      <p class="byline">
        <span>${words.boughtAt(thanks.shop.title)}</span>
        ${session ? html`<span>${words.inLive(session.title)}</span>` : ''}
      </p>
    </section>
    ${
      gifts.length === 0
        ? ''
        : html`<section aria-labelledby="projects">
            <h2 id="projects">${words.projects}</h2>
            <div class="parcels">
              ${each(
                [...stages, 'reversed' as const].filter((stage) => gifts.some(({ state }) => state === stage)),
                (stage) => stage,
                (stage) => parcelView(screen, stage, gifts, words),
              )}
            </div>
          </section>`
    }
    ${
      session
        ? html`<p class="onward">
            <a class="button" href="/sessions/${encodeURIComponent(session.id)}${query}">${words.seeLive}</a>
          </p>`
        : ''
    }
    <footer class="small">
      <p>${words.keepLink}</p>
      <p>${words.looksAgain(formatTime(thanks.at, lang, timeZone))}</p>
    </footer>
  `;
}

function heroView({ html, measure, lang }: Screen, { standing, gifts, totals }: Thanks, words: ThanksMessages): Piece {
  const standingGifts = gifts.some(({ state }) => state !== 'reversed');
  if (standingGifts)
    return html`<h1>${words.gives}</h1>
      ${totals.map((money) => {
        const text = formatMoney(money, lang);
        return html`<p class="total" data-chars="${measure(text.length)}">
          <span class="unseen">${text}</span>
          <span aria-hidden="true"
            >${moneyPieces(money, lang).map(
              (piece) => html`<span class="${piece.small ? 'minor' : 'major'}">${piece.text}</span>`,
            )}</span
          >
        </p>`;
      })}`;
  const [title, means] =
    standing === 'test'
      ? [words.givesNothing, words.testOrder]
      : gifts.length > 0
        ? [words.givesNoMore, '']
        : standing === 'open'
          ? [words.waiting, words.waitingMeans]
          : [words.givesNothing, standing === 'paid' ? words.noCharityItem : ''];
  return html`<h1 class="plain">${title}</h1>
    ${means === '' ? '' : html`<p class="means">${means}</p>`}`;
}

/**
 * The gifts that have come equally far travel together: how far, and below it what is in it. What an order lost, it lost
 * for one reason.
 */
function parcelView(screen: Screen, stage: GiftStage, gifts: readonly ThanksGift[], words: ThanksMessages): Piece {
  const { html, each } = screen;
  const inside = gifts.filter(({ state }) => state === stage);
  return html`<div class="card parcel ${stage}">
    ${
      stage === 'reversed'
        ? html`<p class="stop now">${moneyWords[screen.lang].reversed.label}</p>
            <p class="means">${takenBackWords(inside[0]?.reason, words)}</p>`
        : wayView(screen, stage, words)
    }
    <ul class="given">
      ${each(
        inside,
        (gift) => gift.projectId,
        (gift) => giftView(screen, gift),
      )}
    </ul>
  </div>`;
}

function giftView({ html, lang, query }: Screen, gift: ThanksGift): Piece {
  const { projectId, title, charity, amount, state } = gift;
  const shown = state === 'reversed' ? formatTakenBack(amount, lang) : formatMoney(amount, lang);
  return html`<li>
    <h3><a href="/projects/${encodeURIComponent(projectId)}${query}">${title}</a></h3>
    <p class="given-amount">${shown}</p>
    <p class="charity">${charity.name}</p>
  </li>`;
}

const stages = ['pledged', 'confirmed', 'paid'] as const;

/** Three stops of one way; where the gift is now says what that means. */
function wayView({ html, lang }: Screen, state: Exclude<GiftStage, 'reversed'>, words: ThanksMessages): Piece {
  const now = stages.indexOf(state);
  return html`<ol class="way" aria-label="${words.way}">
      ${stages.map((stage, at) => {
        const title = moneyWords[lang][stage].label;
        return at === now
          ? html`<li class="stop now" aria-current="step"><i class="mark" aria-hidden="true"></i>${title}</li>`
          : html`<li class="stop ${at < now ? 'past' : 'ahead'}"><i class="mark" aria-hidden="true"></i>${title}</li>`;
      })}
    </ol>
    <p class="means">${moneyWords[lang][state].means}</p>`;
}
