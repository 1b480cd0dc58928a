// Lit's styleMap writes a style attribute the first time, which the pages' policy forbids (docs/decisions/0025), and uses the
// object model from then on. In our bundles it does so from the start.
import { readFileSync } from 'node:fs';

const firstTime = /return (this\.\w+)=new Set\(Object\.keys\((\w+)\)\),this\.render\(\2\)/;

export const styleMapWithoutAttribute = {
  name: 'style-map-without-attribute',
  setup(bundle) {
    bundle.onLoad({ filter: /lit-html\/directives\/style-map\.js$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      if (!firstTime.test(text))
        throw new Error(`${file} is not as build-style-map.mjs knows it; look at its update().`);
      return { contents: text.replace(firstTime, '$1=new Set()') };
    });
  },
};
