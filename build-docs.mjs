// Bundles the viewer of the API's description (widgets/docs/): openapi-explorer, made to live under our policy, which allows
// neither style attributes nor inline sheets.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const withoutInlineStyles = {
  name: 'without-inline-styles',
  setup(bundle) {
    bundle.onLoad({ filter: /openapi-explorer\/dist\/es\/.*\.js$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8')
        // Its colours and what goes with them: docs.css says it, for light and dark.
        .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
        // A page has one main part, and it is ours around the viewer.
        .replaceAll(/<(\/?)main\b/g, '<$1div')
        // Lit sets a property through the object model, which is allowed to whatever script may run at all.
        .replaceAll(/ style="([^"]*)"/g, (_, style) => ` .style="${style.includes('${') ? style : `\${"${style}"}`}"`),
    }));
  },
};

/** Writes docs.js and docs.css. */
export const buildDocs = (root, out, shared) =>
  build({
    ...shared,
    entryPoints: [path.join(root, 'widgets/docs/docs.ts')],
    outdir: out,
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    plugins: [withoutInlineStyles],
  });
