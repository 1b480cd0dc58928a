import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Kindcast } from './start-kindcast.js';

/** The test browser brings no Chinese letters. */
const fonts = path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'));

/** A shop's own site: another origin, with as strict a policy as the elements need to work under. */
export interface ForeignSite {
  url: string;
  /** Puts a page at an address and returns the whole address. */
  serve(page: { body: string; head?: string; lang?: string }): string;
  stop(): Promise<void>;
}

/** The tags a site copies from the gallery. */
export const scriptTag = (kindcast: Pick<Kindcast, 'url'>) =>
  `<link rel="stylesheet" href="${kindcast.url}/widgets/kindcast.css">
   <script type="module" src="${kindcast.url}/widgets/kindcast.js"></script>`;

export async function openForeignSite(kindcast: Pick<Kindcast, 'url'>): Promise<ForeignSite> {
  const pages = new Map<string, string>();
  const { url: from } = kindcast;
  // docs/widgets.md tells sites this very policy.
  const policy = [
    `default-src 'none'`,
    `script-src ${from}`,
    `style-src ${from} 'self' 'nonce-page'`,
    `font-src 'self'`,
    `connect-src ${from} ${from.replace('http', 'ws')}`,
    `img-src data:`,
  ].join('; ');
  const server = createServer((request, response) => {
    const font = /^\/fonts\/([\w./-]+)$/.exec(request.url ?? '')?.[1];
    if (font !== undefined && !font.includes('..')) {
      response.setHeader('content-type', font.endsWith('.css') ? 'text/css' : 'font/woff2');
      return response.end(readFileSync(path.join(fonts, font)));
    }
    const page = pages.get(request.url ?? '');
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(page ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    serve({ body, head = scriptTag(kindcast), lang = 'en' }) {
      const path = `/page-${pages.size}`;
      pages.set(
        path,
        `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A shop</title>
         <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
         <link rel="stylesheet" href="/fonts/index.css">
         <style nonce="page">
           :root { color-scheme: light dark; font-family: 'Noto Sans SC Variable', sans-serif }
           main { display: grid; gap: 1.5rem; margin: 0 auto; max-width: 60rem; padding: 1rem;
             grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)) }
           .far { block-size: 4000px }
         </style>
         ${head}</head><body><main>${body}</main></body></html>`,
      );
      return url + path;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
