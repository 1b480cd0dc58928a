import express from 'express';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The bundles, wherever this file runs from: dist/server/pages/ when built, server/pages/ through tsx. */
function bundlesFolder(): string {
  const root = path.join(import.meta.dirname, '..', '..');
  return path.extname(import.meta.filename) === '.ts' ? path.join(root, 'dist', 'widgets') : path.join(root, 'widgets');
}

/** Where the font lies that the pages bring along. */
export const fontFolder = path.dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
);

/** The custom elements and their description, which shops and blogs load from here into pages of their own. */
const forForeignPages = /^(kindcast[\w-]*\.(js|css)|custom-elements\.json)$/;

const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // Asked for on every page of a shop: a few minutes old is new enough.
  'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
};

/**
 * The scripts, styles and fonts of the pages. Bundles keep their names between versions, so browsers ask whether they
 * changed (ETag); the font files never change under their names.
 */
export function staticFiles(): express.Router {
  const router = express.Router();
  router.use(
    '/widgets',
    express.static(bundlesFolder(), {
      index: false,
      redirect: false,
      setHeaders: (response, file) => {
        if (forForeignPages.test(path.basename(file))) response.set(openToAll);
      },
    }),
  );
  router.get('/fonts/noto-sans-sc.css', (_request, response) => {
    response.sendFile('index.css', { root: fontFolder, maxAge: '7d' });
  });
  const files = path.join(fontFolder, 'files');
  router.use('/fonts/files', express.static(files, { index: false, redirect: false, immutable: true, maxAge: '365d' }));
  return router;
}
