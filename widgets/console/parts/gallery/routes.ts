import { html } from 'lit';
import type { ConsoleArea } from '../../area.js';
import './gallery-page.js';
import { galleryWords } from './words.js';

/** For those who build pages; nothing leads here. */
export const area: ConsoleArea = {
  routes: [
    {
      path: '',
      title: (lang) => galleryWords[lang].title,
      render: (context) => html`<kc-gallery .context=${context}></kc-gallery>`,
    },
  ],
};
