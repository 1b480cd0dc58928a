import express from 'express';
import { z } from 'zod';
import type { RouteDescription } from '../http/define-route.js';
import { notFoundPage } from './not-found-page.js';
import { overlayPages } from './overlay-pages.js';
import type { PagesNeed } from './page-data.js';
import { serverScreen } from './server-screen.js';
import { sessionPage } from './session-page.js';
import { startPage } from './start-page.js';
import { staticFiles } from './static-files.js';

export type { PagesNeed, SessionForPage } from './page-data.js';

const page = (path: string, summary: string, contentType = 'text/html'): RouteDescription => ({
  method: 'get',
  path,
  summary,
  params: z.object(Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, z.string()]))),
  answer: { status: 200, description: 'For people and their browsers', schema: z.string(), contentType },
});

/** What is served here, for the description of the API. */
export const pageDescriptions: readonly RouteDescription[] = [
  page('/', 'The start page'),
  page('/sessions/{id}', 'The public page of a session'),
  page('/overlay/{key}', "A session's overlay for OBS"),
  page('/overlay/{key}/studio', 'Where a streamer sets the overlay up'),
  page('/overlay/{key}/session-qr.png', 'The code of the public page of a session', 'image/png'),
  page('/widgets/{file}', 'Scripts and styles of the pages', 'text/javascript'),
  page('/fonts/{file}', 'Fonts of the pages', 'font/woff2'),
];

/** The pages people open: the start page, the public page of a session, and the overlay for OBS. */
export function pageRouter(need: PagesNeed): express.Router {
  const router = express.Router();
  router.use(staticFiles());

  router.get('/', async (request, response) => {
    const sessions = await need.sessionsForStartPage();
    send(response, startPage(serverScreen(request), sessions, need));
  });

  router.get('/sessions/:id', async (request, response) => {
    const session = await need.sessionById(request.params.id);
    if (!session) return sendNotFound(request, response);
    send(response, sessionPage(serverScreen(request), session, need.publicUrl));
  });

  router.use('/overlay/:key', overlayPages(need));
  return router;
}

/** For any address that nothing answers and a person asked for. */
export function sendNotFound(request: express.Request, response: express.Response): void {
  response.status(404).set('Cache-Control', 'no-store').vary('Accept-Language').type('html');
  response.send(notFoundPage(serverScreen(request)));
}

/** A moment's shared caching carries a crowd that opens the page at once; the feed brings the rest. */
function send(response: express.Response, page: string): void {
  response.set('Cache-Control', 'public, max-age=0, s-maxage=1').vary('Accept-Language').type('html').send(page);
}
