// Bundles the console (widgets/console/): a small start, and a piece for each area that is fetched when somebody goes there.
// Every file carries a hash of what is in it, so browsers keep it for good; console-entry.json says how the start is called today.
import { build, transform } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { styleMapWithoutAttribute } from './build-style-map.mjs';

/** A style sheet as text, for pages that bring their own (`?text`). */
const sheetsAsText = {
  name: 'sheets-as-text',
  setup(bundle) {
    bundle.onResolve({ filter: /\.css\?text$/ }, ({ path: file, resolveDir }) => ({
      path: path.join(resolveDir, file.replace('?text', '')),
      namespace: 'text',
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'text' }, async ({ path: file }) => ({
      contents: (await transform(readFileSync(file, 'utf8'), { loader: 'css', minify: true })).code,
      loader: 'text',
      watchFiles: [file],
    }));
  },
};

/** Writes the console's files into the folder, and their names into console-entry.json beside it: `{script, style}`. */
export async function buildConsole(root, out, shared) {
  const { metafile } = await build({
    ...shared,
    entryPoints: [path.join(root, 'widgets/console/main.ts')],
    outdir: out,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/widgets/console/',
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    loader: { '.svg': 'file' },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [sheetsAsText, styleMapWithoutAttribute],
  });
  const names = Object.entries(metafile.outputs);
  const script = names.find(([, { entryPoint }]) => entryPoint === 'widgets/console/main.ts');
  const nameOf = (file) => path.basename(file);
  writeFileSync(
    path.join(out, '..', 'console-entry.json'),
    JSON.stringify({ script: nameOf(script[0]), style: nameOf(script[1].cssBundle) }),
  );
}
