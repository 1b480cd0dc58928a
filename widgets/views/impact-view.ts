import { wholeTimes } from '../money/decimal.js';
import { formatCount } from '../money/format-money.js';
import { unitWords } from '../text/impact-unit.js';
import type { Money, ProjectFacts } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** "Enough for 34 school lunches": whole units only, and nothing before the first is reached. */
export function impactView({ html, lang, words }: Screen, given: Money, project: ProjectFacts | undefined): Piece {
  const impact = project?.impact;
  if (!impact || impact.cost.currency !== given.currency) return '';
  const times = wholeTimes(given.amount, impact.cost.amount);
  if (times < 1n) return '';
  return html`<span class="impact"
    >${words.enoughFor(formatCount(times, lang), unitWords(impact.unit, times, lang))}</span
  >`;
}
