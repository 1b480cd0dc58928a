import { html } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { isLanguage, messages } from '../text/messages.js';
import { measure } from './measure.js';
import type { CountUp } from '../money/count-up.js';
import type { Screen } from '../views/screen.js';

/** The screen of a browser: Lit draws, the language is the one the server wrote the page in. */
export function browserScreen(counts: CountUp): Screen {
  const { lang } = document.documentElement;
  const language = isLanguage(lang) ? lang : 'en';
  return {
    html,
    each: repeat,
    measure,
    lang: language,
    words: messages[language],
    now: Date.now(),
    counting: (name, to) => counts.shown(name, to),
    query: new URLSearchParams(location.search).has('lang') ? `?lang=${language}` : '',
  };
}
