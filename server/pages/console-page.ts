import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shellMessages } from '../../widgets/text/console/shell/messages.js';
import type { Language } from '../../widgets/text/messages.js';
import type { Screen } from '../../widgets/views/screen.js';
import { html } from './html.js';
import { sealIcon } from './seal.js';
import { builtFolder } from './static-files.js';

/** What the build calls the console's script and style sheet today. */
interface Entry {
  script: string;
  style: string;
}

/** The page of the console, without anything in it that is anybody's: its script asks for that. */
export function consolePage(): (screen: Screen & { lang: Language }) => string {
  let entry: Entry | undefined;
  return ({ lang }) => {
    entry ??= JSON.parse(readFileSync(path.join(builtFolder('widgets'), 'console-entry.json'), 'utf8')) as Entry;
    const words = shellMessages[lang];
    return html`<!doctype html>
      <html lang="${lang}">
        <head>
          <meta charset="utf-8" />
          <title>${words.console} · ${words.brand}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <link rel="icon" href="${sealIcon}" />
          <link rel="stylesheet" href="/widgets/console/${entry.style}" />
          <script type="module" src="/widgets/console/${entry.script}"></script>
        </head>
        <body class="console">
          <kc-console></kc-console>
          <noscript><main class="card">${words.withoutScript}</main></noscript>
          <link rel="stylesheet" href="/fonts/chinese.css" />
        </body>
      </html>`.text;
  };
}
