import compression from 'compression';
import express from 'express';
import { z } from 'zod';
import type { RouteDescription } from '../http/define-route.js';
import { keepSecret } from '../http/secret-answer.js';
import { allowMarkup } from '../http/security-headers.js';
import { id } from '../http/wire.js';
import { Problem } from '../http/problem.js';
import { consolePage } from './console-page.js';
import { docsPage } from './docs-page.js';
import { galleryPage } from './gallery-page.js';
import { notFoundPage } from './not-found-page.js';
import { overlayPages } from './overlay-pages.js';
import type { PagesNeed } from './page-data.js';
import { sendPage } from './page-sheet.js';
import { freshForMs, PictureDesk } from './picture/picture-desk.js';
import { projectPicture, sessionPicture } from './picture/picture-words.js';
import { projectPage } from './project-page.js';
import { serverScreen } from './server-screen.js';
import { sessionPage } from './session-page.js';
import { startPage } from './start-page.js';
import { staticFiles } from './static-files.js';
import { thanksPage, thanksUnknownPage } from './thanks-page.js';

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
  page('/sessions/{id}/picture.png', 'The picture of a session for links to it', 'image/png'),
  page('/projects/{id}', 'The public page of a project'),
  page('/projects/{id}/picture.png', 'The picture of a project for links to it', 'image/png'),
  page('/overlay/{key}', "A session's overlay for OBS"),
  page('/overlay/{key}/studio', 'Where a streamer sets the overlay up'),
  page('/overlay/{key}/session-qr.png', 'The code of the public page of a session', 'image/png'),
  page('/thanks/{shopId}/{storeOrderId}', "What an order gave, for whoever knows its buyer's key (?key=)"),
  page('/docs', 'This description, to read and to try'),
  page('/widgets', 'The gallery of elements for pages of others'),
  page('/console', 'Where people sign in and do their work'),
  { ...page('/console/{path}', 'The same, at one of its pages'), operationId: 'showConsolePage' },
  page('/widgets/{file}', 'Scripts and styles of the pages, and the elements', 'text/javascript'),
  page('/fonts/{file}', 'Fonts of the pages', 'font/woff2'),
];

/** The pages people open: the start page, the public page of a session, and the overlay for OBS. */
export function pageRouter(need: PagesNeed): express.Router {
  const router = express.Router();
  const pictures = new PictureDesk();
  // Only what anyone may read: compression beside a secret could give it away by its length.
  router.get(['/', '/sessions/:id', '/projects/:id', '/widgets', '/docs'], compression());
  router.use(staticFiles());

  // What is no id names nothing; the database is not even asked.
  router.param('id', (request, response, next, value) => {
    if (id.safeParse(value).success) next();
    else sendNotFound(request, response);
  });

  router.get('/', async (request, response) => {
    const sessions = await need.sessionsForStartPage();
    send(response, startPage(serverScreen(request), sessions, need));
  });

  router.get('/widgets', async (request, response) => {
    send(response, galleryPage(serverScreen(request), await need.sessionsForStartPage(), need));
  });

  // The viewer writes markup by itself, of this server's own description; everything else stays forbidden.
  router.get('/docs', (request, response) => {
    allowMarkup(response);
    send(response, docsPage(serverScreen(request), need.publicUrl));
  });

  router.get('/sessions/:id', async (request, response) => {
    const session = await need.sessionById(request.params.id);
    if (!session) return sendNotFound(request, response);
    const facts = await need.sessionFacts(session);
    send(response, sessionPage(serverScreen(request), session, facts, need.publicUrl));
  });

  router.get('/sessions/:id/picture.png', async (request, response) => {
    const session = await need.sessionById(request.params.id);
    if (!session) return sendNotFound(request, response);
    const { topic, seq } = session.snapshot;
    const screen = serverScreen(request);
    const words = () => sessionPicture(screen, session);
    sendPicture(response, await pictures.get({ name: `${topic} ${screen.lang}`, seq, words }));
  });

  router.get('/projects/:id/picture.png', async (request, response) => {
    const project = await need.projectById(request.params.id);
    if (!project) return sendNotFound(request, response);
    const { topic, seq } = project.snapshot;
    const screen = serverScreen(request);
    const words = () => projectPicture(screen, project);
    sendPicture(response, await pictures.get({ name: `${topic} ${screen.lang}`, seq, words }));
  });

  router.get('/projects/:id', async (request, response) => {
    const project = await need.projectById(request.params.id);
    if (!project) return sendNotFound(request, response);
    send(response, projectPage(serverScreen(request), project, need.publicUrl));
  });

  router.use('/overlay/:key', overlayPages(need));

  // The same for everybody: who looks, and at what, its script finds out. Addresses of invitations are secrets.
  const console = consolePage();
  router.get('/console{/*path}', (request, response) => {
    response.set('Cache-Control', 'private, no-cache').vary('Accept-Language').type('html');
    response.send(console(serverScreen(request)));
  });

  // The buyer's key stands in the address, so it is a secret like an overlay's.
  router.get('/thanks/:shopId/:storeOrderId', async (request, response) => {
    const { shopId, storeOrderId } = request.params;
    const key = typeof request.query['key'] === 'string' ? request.query['key'] : '';
    // As with ids; but this page is a secret, and so is that it is not there.
    const named = [shopId, storeOrderId].every((each) => id.safeParse(each).success);
    const thanks = named ? await need.thanksOf({ shopId, storeOrderId, key }) : undefined;
    const screen = serverScreen(request);
    keepSecret(response);
    response.vary('Accept-Language');
    if (thanks) sendPage(response, thanksPage(screen, thanks, key));
    else sendPage(response.status(404), thanksUnknownPage(screen, key));
  });

  return router;
}

/** For any address that nothing answers and a person asked for. */
export function sendNotFound(request: express.Request, response: express.Response): void {
  response.status(404).set('Cache-Control', 'no-store').vary('Accept-Language');
  sendPage(response, notFoundPage(serverScreen(request)));
}

/** A moment's shared caching carries a crowd that opens the page at once; the feed brings the rest. */
function send(response: express.Response, page: string): void {
  response.set('Cache-Control', 'public, max-age=0, s-maxage=1').vary('Accept-Language');
  sendPage(response, page);
}

/** Shown by other sites beside a link, so they may load it; without one just now, they may ask again. */
function sendPicture(response: express.Response, picture: Buffer | undefined): void {
  response.vary('Accept-Language');
  if (!picture)
    throw new Problem('too-busy', 'Too many pictures are being drawn just now; try again shortly.', {
      retryAfterSeconds: 10,
    });
  response.set({
    'Cache-Control': `public, max-age=${freshForMs / 1_000}`,
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  response.type('png').send(picture);
}
