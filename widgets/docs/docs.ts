import './docs.css';
import i18next, { type i18n } from 'i18next';
import 'openapi-explorer/dist/es/openapi-explorer.js';
import { docsMessages } from '../text/docs/messages.js';
import { isLanguage } from '../text/messages.js';
import { forViewer } from './for-viewer.js';
import { inShadow } from './in-shadow.js';

/** What we use of the viewer. */
interface Viewer extends HTMLElement {
  loadSpec(description: object): Promise<void>;
}

const attributes = {
  'server-url': location.origin,
  'hide-server-selection': 'true',
  'default-schema-tab': 'body',
};

const lang = isLanguage(document.documentElement.lang) ? document.documentElement.lang : 'en';
const words = docsMessages[lang];
const place = document.getElementById('viewer');
if (place) void show(place).catch(() => (place.textContent = words.noAnswer));

// The viewer calls languages by two letters, and begins with its own words. (Its types describe the older module.)
const spoken = i18next as unknown as i18n;
spoken.on('initialized', () => spoken.addResourceBundle(lang.slice(0, 2), 'translation', words.viewer, true, true));

async function show(place: HTMLElement): Promise<void> {
  const answer = await fetch('/openapi.json');
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const viewer = document.createElement('openapi-explorer') as Viewer;
  for (const [name, value] of Object.entries(attributes)) viewer.setAttribute(name, value);
  place.replaceChildren(viewer);
  viewer.shadowRoot?.adoptedStyleSheets.push(inShadow);
  await viewer.loadSpec(forViewer(await answer.json(), lang));
}
