import type express from 'express';
import { firstAlerts } from '../../widgets/views/overlay/first-alerts.js';
import { overlayLook } from '../../widgets/views/overlay/overlay-look.js';
import { readOverlayOptions, type OverlayOptions } from '../../widgets/views/overlay/overlay-options.js';
import type { OverlayExtras } from '../../widgets/views/overlay/overlay-shown.js';
import { overlayGoneView, overlayView } from '../../widgets/views/overlay/overlay-view.js';
import type { Screen } from '../../widgets/views/screen.js';
import { embedJson, html, type Html } from './html.js';
import type { SessionForPage } from './page-data.js';
import { headView } from './page-frame.js';
import { withOwnSheet } from './page-sheet.js';
import { qrShape } from './qr-code.js';
import { embedded, shownByServer } from './server-screen.js';

function frame(screen: Screen, options: OverlayOptions, title: string, body: Html, script: boolean): string {
  const look = overlayLook(options);
  const page = html`<!doctype html>
    <html lang="${screen.lang}">
      <head>
        ${headView(screen, title, 'overlay', script)}
        <meta name="robots" content="noindex" />
      </head>
      <body class="${look.classes}">
        ${body}
      </body>
    </html>`;
  return withOwnSheet(page, look.rules);
}

/** A session's overlay as its address asks for it; the script reads the same options from the page. */
export function overlayPage(
  screen: Screen,
  session: SessionForPage,
  query: express.Request['query'],
  publicUrl: string,
): string {
  const options = readOverlayOptions(query);
  const extras: OverlayExtras = { options, ...(options.qr && { qr: qrShape(sessionAddress(session, publicUrl)) }) };
  const shown = shownByServer(session, screen.now);
  const view = overlayView(screen, {
    ...extras,
    session: shown,
    alerts: firstAlerts(shown.state.gifts, options.layout),
  });
  const body = html`<main id="live">${view}</main>
    ${embedJson('page-data', { ...embedded(session), ...extras })}`;
  return frame(screen, options, session.title, body, true);
}

/** What the code in an overlay leads to. */
export const sessionAddress = ({ id }: Pick<SessionForPage, 'id'>, publicUrl: string) =>
  `${publicUrl}/sessions/${encodeURIComponent(id)}`;

/** Still transparent: a white page would cover the streamer's video. */
export function overlayGonePage(screen: Screen, query: express.Request['query']): string {
  const body = html`<main id="live">${overlayGoneView(screen)}</main>`;
  return frame(screen, readOverlayOptions(query), screen.words.notFound, body, false);
}
