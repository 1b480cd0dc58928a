// Builds what runs: server code file by file into dist/ (the tree stays the same), browser code bundled into dist/widgets/.
// Does nothing when no source is newer than the last build, so every command may call it first.
import { build, transform } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildConsole } from './build-console.mjs';
import { buildDocs } from './build-docs.mjs';
import { buildElements } from './build-elements.mjs';
import { styleMapWithoutAttribute } from './build-style-map.mjs';

const root = import.meta.dirname;
const out = path.join(root, 'dist');
const stamp = path.join(out, 'built');
const serverFolders = ['plugin', 'server', 'migrations'];
// Views that the server renders first and the browser goes on with: needed by both.
const sharedFolders = ['feed', 'money', 'text', 'views'].map((folder) => path.join('widgets', folder));
const widgetEntries = [
  'overlay/overlay.ts',
  'pages/session-page.ts',
  'pages/project-page.ts',
  'pages/start-page.ts',
  'pages/thanks-page.ts',
  'studio/studio.ts',
  'pages/gallery.ts',
];

const filesBelow = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

const sources = [...serverFolders, 'widgets'].flatMap(filesBelow);
const newest = Math.max(
  ...[
    ...sources,
    ...[
      'build.mjs',
      'build-console.mjs',
      'build-docs.mjs',
      'build-elements.mjs',
      'build-style-map.mjs',
      'custom-elements.json',
      'package-lock.json',
    ].map((file) => path.join(root, file)),
  ].map((file) => statSync(file).mtimeMs),
);
if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest && !process.argv.includes('--force')) process.exit(0);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const shared = { absWorkingDir: root, sourcemap: true, logLevel: 'warning' };
await Promise.all([
  build({
    ...shared,
    entryPoints: [...serverFolders, ...sharedFolders].flatMap(filesBelow).filter((file) => file.endsWith('.ts')),
    outdir: out,
    outbase: root,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  }),
  build({
    ...shared,
    entryPoints: widgetEntries.map((entry) => path.join(root, 'widgets', entry)),
    outdir: path.join(out, 'widgets'),
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [styleMapWithoutAttribute],
  }),
  buildDocs(root, path.join(out, 'widgets'), shared),
  buildElements(root, path.join(out, 'widgets'), shared),
  buildConsole(root, path.join(out, 'widgets/console'), shared),
]);

// The fonts' style sheets: every browser reads in one which part of the font has which letters.
const fonts = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/index.css');
const sheet = (await transform(readFileSync(fonts, 'utf8'), { loader: 'css', minify: true })).code;
mkdirSync(path.join(out, 'fonts'));
writeFileSync(path.join(out, 'fonts', 'noto-sans-sc.css'), sheet);
writeFileSync(path.join(out, 'fonts', 'chinese.css'), chineseAlone(sheet));

/** The same font without Latin letters and signs, for pages that write those in the reader's own. */
function chineseAlone(css) {
  const isChinese = (range) => parseInt(range.slice(2), 16) >= 0x2010;
  return css.replaceAll('Noto Sans SC Variable', 'Noto Sans SC Chinese').replace(/@font-face\{[^}]*\}/g, (face) => {
    const ranges = /unicode-range:([^;}]*)/.exec(face)[1].split(',').filter(isChinese);
    const isLatin = /noto-sans-sc-(latin|cyrillic|greek|vietnamese)/.test(face);
    return isLatin || ranges.length === 0 ? '' : face.replace(/unicode-range:[^;}]*/, `unicode-range:${ranges.join()}`);
  });
}

// Compressed once and well, not for every reader anew.
for (const folder of ['widgets', 'widgets/console', 'fonts'])
  for (const entry of readdirSync(path.join(out, folder), { withFileTypes: true })) {
    if (!entry.isFile() || !/\.(css|js|json|svg)$/.test(entry.name)) continue;
    const file = path.join(out, folder, entry.name);
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
writeFileSync(stamp, '');
