import { formatCount, formatMoney, formatTakenBack } from '../../money/format-money.js';
import { overlayMessages } from '../../text/overlay/messages.js';
import { reasonWords } from '../../text/messages.js';
import type { ProjectTotal } from '../../feed/wire.js';
import type { Piece, Screen } from '../screen.js';
import type { Alert, MergedAlert, SingleAlert } from './overlay-shown.js';

/** What is on air, newest first; what was taken back stands there as openly as what was given. */
export function alertsView(screen: Screen, alerts: readonly Alert[], projects: readonly ProjectTotal[]): Piece {
  const titles = new Map(projects.map((project) => [project.projectId, project.title]));
  const title = (id: string | undefined) => (id === undefined ? '' : (titles.get(id) ?? ''));
  return screen.html`<ul class="gifts">
    ${screen.each(
      alerts,
      (alert) => alert.key,
      (alert) =>
        'gift' in alert
          ? singleView(screen, alert, title(alert.gift.projectId))
          : mergedView(screen, alert, title(alert.projectId)),
    )}
  </ul>`;
}

function singleView({ html, lang, words }: Screen, { kind, fresh, gift }: SingleAlert, project: string): Piece {
  const own = overlayMessages[lang];
  const fall = kind === 'fall';
  const note =
    kind === 'test'
      ? html`<b class="test-mark">${own.test}</b> ${own.testNote}`
      : project === ''
        ? ''
        : words.toProject(project);
  return html`<li class="gift ${fall ? 'taken' : ''} ${kind === 'test' ? 'test' : ''} ${fresh ? 'fresh' : ''}">
    <span class="gift-item">${gift.item}</span>
    <span class="gift-amount">${fall ? formatTakenBack(gift.amount, lang) : formatMoney(gift.amount, lang)}</span>
    <span class="gift-project"
      >${fall ? html`<span class="gift-reason">${reasonWords(gift.reason, words)}</span> ` : ''}${note}</span
    >
  </li>`;
}

function mergedView({ html, lang, words }: Screen, alert: MergedAlert, project: string): Piece {
  const own = overlayMessages[lang];
  const { kind, count, sums, orMore, reason, fresh } = alert;
  const fall = kind === 'falls';
  const number = formatCount(count, lang);
  const said = fall
    ? orMore
      ? own.manyFallsOrMore(number)
      : own.manyFalls(number, count)
    : orMore
      ? own.manyGiftsOrMore(number)
      : own.manyGifts(number, count);
  const amounts = sums.map((sum) => (fall ? formatTakenBack(sum, lang) : formatMoney(sum, lang))).join(' + ');
  return html`<li class="gift merged ${fall ? 'taken' : ''} ${fresh ? 'fresh' : ''}">
    <span class="gift-item">${said}</span>
    <span class="gift-amount">${orMore ? own.orMore(amounts) : amounts}</span>
    <span class="gift-project"
      >${fall ? html`<span class="gift-reason">${reasonWords(reason, words)}</span> ` : ''}${
        project === '' ? '' : words.toProject(project)
      }</span
    >
  </li>`;
}
