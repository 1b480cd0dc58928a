import type express from 'express';
import { messages, type Language } from '../../widgets/text/messages.js';
import type { Screen } from '../../widgets/views/screen.js';
import type { SessionShown } from '../../widgets/views/session-shown.js';
import { nothingKnown, takeAnswer } from '../../widgets/feed/take-news.js';
import { chooseLanguage } from './choose-language.js';
import { html } from './html.js';
import type { SessionForPage } from './page-data.js';

/**
 * The screen of the server: escaped text, no motion, times in UTC because the reader's zone is unknown. Measures are set by
 * the page's own sheet (`measuresSheet`).
 */
export function serverScreen(request: express.Request): Screen & { lang: Language } {
  const { lang, chosen } = chooseLanguage(request);
  return {
    html,
    each: (items, _key, draw) => items.map(draw),
    measure: (value) => value,
    lang,
    words: messages[lang],
    now: Date.now(),
    timeZone: 'UTC',
    counting: (_name, to) => to,
    query: chosen ? `?lang=${lang}` : '',
  };
}

export function shownByServer(session: SessionForPage, now: number): SessionShown {
  const { snapshot, gifts, ...onPage } = session;
  const state = takeAnswer({ ...nothingKnown, status: session.status }, snapshot, gifts, now);
  return { ...onPage, state };
}

/** What is embedded for the page's script. The overlay's secret address stays out unless a page may show it. */
export function embedded(session: SessionForPage): Omit<SessionForPage, 'overlayUrl'> {
  const { overlayUrl: _secret, ...open } = session;
  return open;
}
