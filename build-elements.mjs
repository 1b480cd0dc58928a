// Bundles the custom elements (widgets/elements/) for pages of others, where every byte counts: the loader that a script tag
// names, and the two files that it fetches when they are needed. docs/widgets.md has the sizes, the gate checks them.
import { build, transform } from 'esbuild';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the loader imports while it runs, and the names under which a browser finds it beside the loader. */
const fetchedLater = { draw: './kindcast-elements.js', hear: './kindcast-socket.js' };

const minified = async (file) => (await transform(readFileSync(file, 'utf8'), { loader: 'css', minify: true })).code;

const lean = (root) => ({
  name: 'lean',
  setup(bundle) {
    bundle.onResolve({ filter: /\/(draw|hear)\.js$/ }, ({ kind, path: file }) =>
      kind === 'dynamic-import' ? { path: fetchedLater[path.basename(file, '.js')], external: true } : undefined,
    );
    // A style sheet as text, for shadow trees.
    bundle.onResolve({ filter: /\.css\?text$/ }, ({ path: file, resolveDir }) => ({
      path: path.join(resolveDir, file.replace('?text', '')),
      namespace: 'text',
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'text' }, async ({ path: file }) => ({
      contents: await minified(file),
      loader: 'text',
      watchFiles: [file],
    }));
    // The indentation of templates is for those who read the source.
    bundle.onLoad({ filter: /elements\/drawing\/[\w-]+-?\w*\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8')
        .replaceAll(/>\n\s*</g, '><')
        .replaceAll(/\n\s+/g, '\n'),
      loader: 'ts',
    }));
    // Socket.IO without HTTP polling (where websockets fail, the elements ask for snapshots instead), without binary messages
    // and without the many ways to start it.
    const ours = path.join(root, 'widgets/elements/socket');
    const modules = path.join(root, 'node_modules');
    const engine = path.join(modules, 'engine.io-client/build/esm');
    const instead = {
      'socket.io-client': path.join(modules, 'socket.io-client/build/esm/manager.js'),
      'socket.io-parser': path.join(ours, 'text-parser.ts'),
      'engine.io-parser': path.join(ours, 'text-packets.ts'),
    };
    bundle.onResolve({ filter: /^(socket\.io-client|(socket|engine)\.io-parser)$/ }, ({ path: name }) => ({
      path: instead[name],
      sideEffects: false,
    }));
    bundle.onResolve({ filter: /^engine\.io-client$/ }, () => ({ path: 'engine.io-client', namespace: 'lean' }));
    bundle.onLoad({ filter: /.*/, namespace: 'lean' }, () => ({
      contents: `export { Socket } from '${engine}/socket.js';
        export { installTimerFunctions } from '${engine}/util.js';
        export { nextTick } from '${engine}/globals.js';`,
      resolveDir: root,
    }));
    // An address is an http(s) one, which every browser can take apart.
    bundle.onLoad({ filter: /engine\.io-client\/build\/esm\/contrib\/parseuri\.js$/ }, () => ({
      contents: `export function parse(address) {
        const { protocol, hostname, port } = new URL(address);
        return { protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port };
      }`,
    }));
    bundle.onLoad({ filter: /engine\.io-client\/build\/esm\/transports\/index\.js$/ }, ({ path: file }) => ({
      contents: `import { WS } from './websocket.js'; export const transports = { websocket: WS };`,
      resolveDir: path.dirname(file),
    }));
  },
});

/** Writes kindcast.js, kindcast-elements.js, kindcast-socket.js, kindcast.css and custom-elements.json. */
export async function buildElements(root, out, shared) {
  const elements = path.join(root, 'widgets', 'elements');
  await Promise.all([
    build({
      ...shared,
      entryPoints: [
        { in: path.join(elements, 'kindcast.ts'), out: 'kindcast' },
        { in: path.join(elements, 'drawing/draw.ts'), out: 'kindcast-elements' },
        { in: path.join(elements, 'socket/hear.ts'), out: 'kindcast-socket' },
      ],
      outdir: out,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
      plugins: [lean(root)],
    }),
    build({
      ...shared,
      entryPoints: [{ in: path.join(elements, 'tags/kindcast.css'), out: 'kindcast' }],
      outdir: out,
      bundle: true,
      minify: true,
    }),
  ]);
  copyFileSync(path.join(root, 'custom-elements.json'), path.join(out, 'custom-elements.json'));
}
