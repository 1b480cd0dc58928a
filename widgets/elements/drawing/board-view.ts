import { html } from 'lit/html.js';
import { fractionOf } from '../../money/decimal.js';
import { formatCount } from '../../money/format-money.js';
import type { KindcastBoard } from '../tags/kindcast-board.js';
import type { BoardBy, BoardEntry } from '../wire.js';
import type { Brush, Drawn } from './draw.js';
import { amount, card, staleText, stateView } from './pieces.js';

/** Who has given what, the most first; ranks trade places slowly. */
export function boardView(element: KindcastBoard, brush: Brush): Drawn {
  const { words } = brush;
  const entries = element.source!.value!.entries.slice(0, element.limit);
  const most = entries[0]?.given ?? '0';
  return {
    seen: card(
      'list board',
      words.board[element.by as BoardBy] ?? words.board.session,
      stateView(element, brush),
      html`<ol class="rows">
          ${entries.map((entry, row) => boardRow(entry, row, most, brush))}
        </ol>
        <p class="note foot" part="note">
          ${staleText(element, brush) || (entries.length === 0 ? words.emptyBoard : '')}
        </p>`,
    ),
  };
}

function boardRow({ title, given, currency, orders, status }: BoardEntry, row: number, most: string, brush: Brush) {
  const { words, lang } = brush;
  return html`<li class="row" part="row" .style=${`--part:${fractionOf(given, most)}`}>
    <span class="title" part="title"><b>${formatCount(row + 1, lang)}</b><bdi>${title}</bdi></span>
    <span class="end">${amount({ amount: given, currency }, brush)}</span>
    <span class="bar" aria-hidden="true"><i></i></span>
    <span class="small end" part="note"
      >${status === 'live' ? `${words.status.live} · ` : ''}${words.orders(formatCount(orders, lang), orders)}</span
    >
  </li>`;
}
