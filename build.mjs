// Builds what runs: server code file by file into dist/ (the tree stays the same), browser code bundled into dist/widgets/.
// Does nothing when no source is newer than the last build, so every command may call it first.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildElements } from './build-elements.mjs';

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
];

const filesBelow = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

const sources = [...serverFolders, 'widgets'].flatMap(filesBelow);
const newest = Math.max(
  ...[
    ...sources,
    ...['build.mjs', 'build-elements.mjs', 'custom-elements.json', 'package-lock.json'].map((file) =>
      path.join(root, file),
    ),
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
  }),
  buildElements(root, path.join(out, 'widgets'), shared),
]);
writeFileSync(stamp, '');
