// How `npm run manifest` writes custom-elements.json: what a page may use of the elements, and nothing of their inside.
export default {
  globs: ['widgets/elements/tags/kindcast-*.ts'],
  outdir: '.',
  packagejson: false,
  plugins: [
    {
      name: 'only-what-pages-use',
      packageLinkPhase({ customElementsManifest: manifest }) {
        manifest.modules = manifest.modules.filter(({ declarations = [] }) =>
          declarations.some(({ tagName }) => tagName),
        );
        for (const { path, declarations, exports } of manifest.modules)
          for (const declaration of declarations) {
            const { name, tagName, attributes } = declaration;
            delete declaration.members;
            // All elements of a topic watch the same attributes; what an element makes no use of is not described for it.
            declaration.attributes = attributes.filter(({ description }) => description);
            exports.push({ kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } });
          }
      },
    },
  ],
};
