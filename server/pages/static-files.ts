import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import express from 'express';

/** What the build made, wherever this file runs from: dist/server/pages/ when built, server/pages/ through tsx. */
export function builtFolder(name: string): string {
  const root = path.join(import.meta.dirname, '..', '..');
  return path.extname(import.meta.filename) === '.ts' ? path.join(root, 'dist', name) : path.join(root, name);
}

/** Where the font lies that the pages bring along. */
export const fontFolder = path.dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
);

/** The custom elements and their description, which shops and blogs load from here into pages of their own. */
const forForeignPages = /^\/(kindcast(-elements|-socket)?\.js|kindcast\.css|custom-elements\.json)$/;

const openToForeignPages: express.RequestHandler = (request, response, next) => {
  if (forForeignPages.test(request.path))
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      // Asked for on every page of a shop: a few minutes old is new enough.
      'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
    });
  next();
};

/**
 * The scripts, styles and fonts of the pages. Bundles keep their names between versions, so browsers ask whether they
 * changed (ETag); the font files never change under their names.
 */
export function staticFiles(): express.Router {
  const router = express.Router();
  router.use('/widgets', openToForeignPages);
  // A file of the console never changes under its name: the hash of what is in it is a part of that.
  router.use('/widgets/console', compressedFiles(builtFolder('widgets/console'), { maxAge: '365d', immutable: true }));
  router.use('/widgets', compressedFiles(builtFolder('widgets'), {}));
  router.use('/fonts', compressedFiles(builtFolder('fonts'), { maxAge: '7d' }));
  const files = path.join(fontFolder, 'files');
  router.use('/fonts/files', express.static(files, { index: false, redirect: false, immutable: true, maxAge: '365d' }));
  return router;
}

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
];

/** A folder of files that the build compressed: each is served as small as the browser can read it. */
function compressedFiles(folder: string, options: { maxAge?: string; immutable?: boolean }): express.Router {
  const router = express.Router();
  const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
  router.use((request, response, next) => {
    const name = request.path.slice(1);
    // What lies beside a file to be served in its place is no address of its own.
    if (/\.(br|gz)$/.test(name)) return next('router');
    if (names.has(`${name}.br`)) {
      response.vary('Accept-Encoding');
      const encoding = encodings.find((each) => request.acceptsEncodings([each.name]) !== false);
      if (encoding) {
        response.type(path.extname(name)).set('Content-Encoding', encoding.name);
        request.url = request.url.replace(name, name + encoding.ending);
      }
    }
    next();
  });
  router.use(express.static(folder, { index: false, redirect: false, ...options }));
  // A file that is gone since leaves nothing behind.
  router.use((_request, response, next) => {
    response.removeHeader('Content-Encoding');
    next();
  });
  return router;
}
