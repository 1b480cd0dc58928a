import { sessionView } from '../../widgets/views/session-view.js';
import type { Screen } from '../../widgets/views/screen.js';
import { howItWorks } from './how-it-works.js';
import { embedJson, html } from './html.js';
import type { SessionFacts, SessionForPage } from './page-data.js';
import { pageFrame } from './page-frame.js';
import { embedded, shownByServer } from './server-screen.js';
import { givenInWords, sharePicture } from './share-links.js';

/** The public page of one session, complete without any script. */
export function sessionPage(screen: Screen, session: SessionForPage, facts: SessionFacts, publicUrl: string): string {
  const { words } = screen;
  const address = `${publicUrl}/sessions/${encodeURIComponent(session.id)}`;
  const given = givenInWords(screen, session.snapshot);
  return pageFrame(screen, {
    title: session.title,
    description: `${words.givenByThisLive} ${given}. ${words.givenExplained}`,
    name: 'session-page',
    script: true,
    address,
    picture: sharePicture(screen, address, session, given),
    main: html`<div id="live">${sessionView(screen, { ...shownByServer(session, screen.now), ...facts })}</div>
      ${howItWorks(screen)}`,
    data: embedJson('page-data', { ...embedded(session), ...facts }),
  });
}
