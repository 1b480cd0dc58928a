import { formatTime } from '../text/format-time.js';
import { statusOf, type SessionShown } from './session-shown.js';
import type { Piece, Screen } from './screen.js';

/** Scheduled, live or ended, with a dot that only a live session has moving. */
export function statusView({ html, words }: Screen, shown: SessionShown): Piece {
  const status = statusOf(shown);
  const unheard = shown.link === 'reconnecting' || shown.link === 'stale';
  return html`<span class="pill ${status} ${unheard ? 'unheard' : ''}"><i class="dot"></i>${words[status]}</span>`;
}

/**
 * A screen that cannot hear says so. Empty while all is well; always in the page, so that a reader announces changes. Every
 * text has a box of its own, so that none grows or moves while it is read.
 */
export function noticeView(
  { html, each, words, lang, timeZone }: Screen,
  shown: Pick<SessionShown, 'link' | 'state'>,
): Piece {
  const since = shown.state.snapshot ? formatTime(shown.state.snapshot.at, lang, timeZone) : '';
  const text =
    shown.link === 'stale' ? words.staleNotice(since) : shown.link === 'reconnecting' ? words.reconnectingNotice : '';
  const box = each(
    text === '' ? [] : [text],
    (said) => said,
    (said) => html`<p>${said}</p>`,
  );
  return html`<div class="notice ${text === '' ? 'none' : (shown.link ?? '')}" role="status">${box}</div>`;
}
