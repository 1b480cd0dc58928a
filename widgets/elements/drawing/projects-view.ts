import { html, nothing } from 'lit/html.js';
import { fractionOf, subtractDecimals } from '../../money/decimal.js';
import { formatPart } from '../../money/format-money.js';
import { totalsToShow } from '../../views/session-shown.js';
import type { TopicElement } from '../tags/kindcast-element.js';
import type { Brush, Drawn } from './draw.js';
import { amount, card, staleText, stateView } from './pieces.js';

interface Share {
  title: string;
  given: string;
  part: string;
}

/** The split of the first currency's total: one bar of all parts, and a row for each with its figures. */
export function projectsView(element: TopicElement, brush: Brush): Drawn {
  const { words, lang } = brush;
  const { currency, shares } = split(element, brush);
  return {
    seen: card(
      'list split',
      words.projects,
      stateView(element, brush),
      html`<div class="parts" part="chart" aria-hidden="true">
          ${shares.map(({ part }, place) => html`<i class="shade${place % 5}" .style=${`--part:${part}`}></i>`)}
        </div>
        <ul class="rows">
          ${shares.map(
            ({ title, given, part }, row) =>
              html`<li class="row" part="row">
                <span class="title" part="title"
                  ><i class="shade${row % 5}" aria-hidden="true"></i><bdi>${title}</bdi></span
                >
                <span class="end">${amount({ amount: given, currency }, brush)}</span>
                <span class="small wide indent" part="note">${formatPart(part, lang)}</span>
              </li>`,
          )}
        </ul>
        <p class="note foot" part="note">
          ${staleText(element, brush) || (shares.length === 0 ? words.noProjects : nothing)}
        </p>`,
    ),
  };
}

function split(element: TopicElement, { words }: Brush): { currency: string; shares: Share[] } {
  const snapshot = element.source!.state.snapshot!;
  const [total] = totalsToShow(snapshot);
  if (!total) return { currency: '', shares: [] };
  const { currency, given: whole } = total;
  const projects = snapshot.projects.filter((project) => project.currency === currency);
  const shown = projects.length > element.limit ? projects.slice(0, element.limit - 1) : projects;
  const shares = shown.map(({ title, given }) => ({
    title,
    given,
    part: fractionOf(given, whole),
  }));
  if (shown.length < projects.length) {
    const rest = shown.reduce((left, { given }) => subtractDecimals(left, given), whole);
    const title = words.others(projects.length - shown.length);
    shares.push({ title, given: rest, part: fractionOf(rest, whole) });
  }
  return { currency, shares };
}
