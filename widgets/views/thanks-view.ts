import type { GiftStage, Thanks, ThanksGift } from '../feed/thanks-wire.js';
import { formatMoney, formatTakenBack, moneyPieces } from '../money/format-money.js';
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
            <ul class="given">
              ${each(
                gifts,
                (gift) => gift.projectId,
                (gift) => giftView(screen, gift, words),
              )}
            </ul>
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

function heroView({ html, lang }: Screen, { standing, gifts, totals }: Thanks, words: ThanksMessages): Piece {
  const standingGifts = gifts.some(({ state }) => state !== 'reversed');
  if (standingGifts)
    return html`<h1>${words.gives}</h1>
      ${totals.map((money) => {
        const text = formatMoney(money, lang);
        return html`<p class="total" style="--chars:${text.length}">
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

function giftView(screen: Screen, gift: ThanksGift, words: ThanksMessages): Piece {
  const { html, lang, query } = screen;
  const { title, charity, amount, state, takenBack, reason } = gift;
  const shown = state === 'reversed' && takenBack ? formatTakenBack(takenBack, lang) : formatMoney(amount, lang);
  return html`<li class="card ${state}">
    <div class="given-head">
      <div>
        <h3>${title}</h3>
        <p class="charity">${charity.name}</p>
      </div>
      <p class="given-amount">${shown}</p>
    </div>
    ${state === 'reversed' ? '' : wayView(screen, state, words)}
    ${takenBack ? html`<p class="taken-back">${takenBackWords(reason, formatMoney(takenBack, lang), words)}</p>` : ''}
    <p class="more">
      <a href="/projects/${encodeURIComponent(gift.projectId)}${query}" aria-label="${words.aboutProjectNamed(title)}"
        >${words.aboutProject}</a
      >
    </p>
  </li>`;
}

const stages = ['pledged', 'confirmed', 'paid'] as const;

/** Three stops of one way; where the gift is now says what that means. */
function wayView({ html }: Screen, state: Exclude<GiftStage, 'reversed'>, words: ThanksMessages): Piece {
  const now = stages.indexOf(state);
  return html`<ol class="way" aria-label="${words.way}">
      ${stages.map((stage, at) => {
        const title = words.stages[stage].title;
        return at === now
          ? html`<li class="stop now" aria-current="step"><i class="mark" aria-hidden="true"></i>${title}</li>`
          : html`<li class="stop ${at < now ? 'past' : 'ahead'}"><i class="mark" aria-hidden="true"></i>${title}</li>`;
      })}
    </ol>
    <p class="means">${words.stages[state].means}</p>`;
}
