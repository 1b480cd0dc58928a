import { expect } from 'chai';
import { build } from 'esbuild';
import { closeVisits, visit } from '../support/browser.js';
import { startKindcast } from '../support/start-kindcast.js';

describe("Lit's styleMap in our bundles", () => {
  afterEach(closeVisits);

  it('sets styles through the object model from the first drawing on, which the policy of pages allows', async () => {
    const { styleMapWithoutAttribute } = await import(new URL('../../build-style-map.mjs', import.meta.url).href);
    const contents = `import { html, render } from 'lit';
      import { styleMap } from 'lit/directives/style-map.js';
      window.draw = (styles) => render(html\`<p id="drawn" style=\${styleMap(styles)}>x</p>\`, document.getElementById('main'));`;
    const bundle = await build({
      stdin: { contents, resolveDir: import.meta.dirname },
      bundle: true,
      write: false,
      format: 'iife',
      plugins: [styleMapWithoutAttribute],
    });
    const kindcast = await startKindcast();
    try {
      const { page, complaints } = await visit(`${kindcast.url}/`);
      await page.evaluate(bundle.outputFiles[0]!.text);
      const drawn = async (styles: object) => {
        await page.evaluate((given) => (window as unknown as { draw(given: object): void }).draw(given), styles);
        return page.locator('#drawn').evaluate((element) => (element as HTMLElement).style.cssText);
      };
      expect(await drawn({ '--part': '0.3', color: 'red' })).to.equal('--part: 0.3; color: red;');
      expect(await drawn({ '--part': '0.4' })).to.equal('--part: 0.4;');
      expect(complaints).to.deep.equal([]);
    } finally {
      await kindcast.stop();
    }
  });
});
