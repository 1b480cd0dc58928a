import { fractionOf } from '../../../widgets/money/decimal.js';
import { formatPercent, formatShort, moneyPieces } from '../../../widgets/money/format-money.js';
import type { Messages } from '../../../widgets/text/messages.js';
import { totalsToShow } from '../../../widgets/views/session-shown.js';
import type { ProjectForPage, SessionForPage, Snapshot } from '../page-data.js';
import type { PictureWords } from './draw-picture.js';

export interface Tongue {
  lang: string;
  words: Messages;
}

export function sessionPicture({ lang, words }: Tongue, session: SessionForPage): PictureWords {
  return {
    ...sums({ lang, words }, session.snapshot),
    brand: words.brand,
    badge: words[session.status],
    title: session.title,
    label: words.givenByThisLive,
    who: words.hostedBy(session.streamer),
  };
}

export function projectPicture({ lang, words }: Tongue, project: ProjectForPage): PictureWords {
  return {
    ...sums({ lang, words }, project.snapshot),
    brand: words.brand,
    title: project.title,
    label: words.givenToProject,
    who: project.charity.name,
  };
}

/** The total of the first currency, exact, and how far it is on the way to its goal. */
function sums({ lang, words }: Tongue, snapshot: Snapshot): Pick<PictureWords, 'total' | 'goal' | 'goalPart'> {
  const [total] = totalsToShow(snapshot);
  if (!total) return { total: [{ small: false, text: words.nothingYet }] };
  const pieces = moneyPieces({ amount: total.given, currency: total.currency }, lang);
  const { goal } = snapshot;
  if (goal?.currency !== total.currency) return { total: pieces };
  const goalPart = fractionOf(total.given, goal.amount);
  return { total: pieces, goalPart, goal: words.ofGoal(formatPercent(goalPart, lang), formatShort(goal, lang)) };
}
