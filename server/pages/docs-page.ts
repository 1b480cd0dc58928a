import { docsMessages } from '../../widgets/text/docs/messages.js';
import type { Screen } from '../../widgets/views/screen.js';
import { html } from './html.js';
import { pageFrame } from './page-frame.js';

/** The description of the API, to read and to try; its script brings the viewer. */
export function docsPage(screen: Screen, publicUrl: string): string {
  const words = docsMessages[screen.lang];
  return pageFrame(screen, {
    title: words.title,
    description: words.lead,
    name: 'docs',
    script: true,
    address: `${publicUrl}/docs`,
    main: html`<div class="docs-head">
        <h1>${words.title}</h1>
        <p>${words.lead}</p>
        <p>${words.keys}</p>
        <p><a href="/openapi.json">${words.asFile}</a></p>
        <noscript><p>${words.withoutScript}</p></noscript>
      </div>
      <div id="viewer"></div>`,
  });
}
