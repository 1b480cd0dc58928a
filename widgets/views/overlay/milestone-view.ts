import { formatPercent } from '../../money/format-money.js';
import { overlayMessages } from '../../text/overlay/messages.js';
import type { Money } from '../../feed/wire.js';
import type { Language } from '../../text/messages.js';
import type { Piece, Screen } from '../screen.js';
import type { Milestone } from './overlay-shown.js';

const confetti = Array.from({ length: 18 }, (_, place) => place);

/** A few seconds of joy inside the overlay's own frame; what the seller holds up stays in sight. */
export function milestoneView(screen: Screen, milestone: Milestone | undefined, goal: Money | undefined): Piece {
  const { html, lang } = screen;
  if (!milestone) return '';
  const own = overlayMessages[lang];
  return html`<div class="confetti" aria-hidden="true">${confetti.map(() => html`<i></i>`)}</div>
    <div class="milestone" role="status">
      <p class="milestone-title">${titleOf(milestone, goal, lang)}</p>
      <p class="milestone-thanks">${own.thanks}</p>
    </div>`;
}

function titleOf({ kind, level, currency }: Milestone, goal: Money | undefined, lang: Language): string {
  const own = overlayMessages[lang];
  if (kind === 'sum' || !goal) return own.sumReached(formatRound({ amount: level, currency }, lang));
  const aim = formatRound(goal, lang);
  return level === '100' ? own.goalReached(aim) : own.partOfGoal(formatPercent(`0.${level}`, lang), aim);
}

/** "¥5,000" without cents where there are none. */
function formatRound({ amount, currency }: Money, lang: Language): string {
  const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as Intl.NumberFormatOptions;
  return new Intl.NumberFormat(lang, options).format(amount as `${number}`);
}
