import type express from 'express';
import { GIFTS_ON_AIR, overlayView } from '../../widgets/views/overlay-view.js';
import type { Screen } from '../../widgets/views/screen.js';
import { embedJson, html, type Html } from './html.js';
import type { SessionForPage } from './page-data.js';
import { headView } from './page-frame.js';
import { embedded, shownByServer } from './server-screen.js';

const themes = ['dark', 'glass'];
const corners = ['bottom-left', 'bottom-right', 'top-left', 'top-right'];
/** Streamers set an overlay up by its address: `?theme=glass&corner=top-right&gifts=off`. Anything else is the default. */
function overlayStyle(query: express.Request['query']): { theme: string; corner: string; gifts: string } {
  const oneOf = (asked: unknown, known: readonly string[]) => known.find((name) => name === asked) ?? known[0] ?? '';
  return {
    theme: oneOf(query['theme'], themes),
    corner: oneOf(query['corner'], corners),
    gifts: oneOf(query['gifts'], ['on', 'off']),
  };
}

function frame(screen: Screen, query: express.Request['query'], title: string, body: Html, script: boolean): string {
  const { theme, corner, gifts } = overlayStyle(query);
  return html`<!doctype html>
    <html lang="${screen.lang}">
      <head>
        ${headView(screen, title, 'overlay', script)}
        <meta name="robots" content="noindex" />
      </head>
      <body class="${theme} ${corner} gifts-${gifts}">
        ${body}
      </body>
    </html>`.text;
}

export function overlayPage(screen: Screen, session: SessionForPage, query: express.Request['query']): string {
  const shown = shownByServer(session, screen.now);
  const first = shown.state.gifts.slice(0, GIFTS_ON_AIR);
  const body = html`<main id="live">${overlayView(screen, shown, first)}</main>
    ${embedJson('page-data', embedded(session))}`;
  return frame(screen, query, session.title, body, true);
}

/** Still transparent: a white page would cover the streamer's video. */
export function overlayGonePage(screen: Screen, query: express.Request['query']): string {
  const body = html`<main id="live">
    <section class="overlay gone"><p>${screen.words.overlayGone}</p></section>
  </main>`;
  return frame(screen, query, screen.words.notFound, body, false);
}
