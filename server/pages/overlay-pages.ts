import { renderAsync } from '@resvg/resvg-js';
import express from 'express';
import { keepSecret } from '../http/secret-answer.js';
import { overlayKey } from '../live/overlay-keys.js';
import { overlayGonePage, overlayPage, sessionAddress } from './overlay-page.js';
import type { PagesNeed } from './page-data.js';
import { sendPage } from './page-sheet.js';
import { qrShape, qrSvg } from './qr-code.js';
import { serverScreen } from './server-screen.js';
import { studioGonePage, studioPage } from './studio-page.js';

/** Wide enough to be printed on a poster. */
const codePixels = 1_200;

/** What the secret address of an overlay opens: the overlay itself, its studio, and the code of the public page. */
export function overlayPages(need: Pick<PagesNeed, 'sessionByOverlayKey' | 'publicUrl'>): express.Router {
  const { publicUrl } = need;
  const router = express.Router({ mergeParams: true });
  const find = async (request: express.Request) => {
    // What is no key opens nothing; the database is not even asked.
    const { data: key } = overlayKey.safeParse((request.params as { key: string }).key);
    const session = key === undefined ? undefined : await need.sessionByOverlayKey(key);
    return session && { key: key!, session };
  };

  router.use((_request, response, next) => {
    keepSecret(response);
    response.vary('Accept-Language');
    next();
  });

  router.get('/', async (request, response) => {
    const found = await find(request);
    const screen = serverScreen(request);
    if (found) sendPage(response, overlayPage(screen, found.session, request.query, publicUrl));
    else sendPage(response.status(404), overlayGonePage(screen, request.query));
  });

  router.get('/studio', async (request, response) => {
    const found = await find(request);
    const screen = serverScreen(request);
    if (found) sendPage(response, studioPage(screen, found.session, request.query, { key: found.key, publicUrl }));
    else sendPage(response.status(404), studioGonePage(screen));
  });

  router.get('/session-qr.png', async (request, response, next) => {
    const found = await find(request);
    if (!found) return next();
    const svg = qrSvg(qrShape(sessionAddress(found.session, publicUrl)));
    const picture = await renderAsync(svg, { fitTo: { mode: 'width', value: codePixels } });
    response.attachment(`kindcast-${found.session.id}.png`).type('png').send(picture.asPng());
  });

  return router;
}
