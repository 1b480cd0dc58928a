import { overlayMessages } from '../../text/overlay/messages.js';
import type { Piece, Screen } from '../screen.js';
import type { QrShape } from './overlay-shown.js';

/** The code of the session's page on a white ground of its own, because cameras need the margin. */
export function qrView({ html, lang }: Screen, qr: QrShape | undefined): Piece {
  if (!qr) return '';
  const own = overlayMessages[lang];
  return html`<figure class="qr">
    <svg viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label="${own.scanTitle}">
      <path d="${qr.path}" />
    </svg>
    <figcaption>${own.scan}</figcaption>
  </figure>`;
}
