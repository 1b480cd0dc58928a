import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { sealOutline as onPages } from '../../../server/pages/seal.js';
import { iconNames } from '../../../widgets/console/look/icon-names.js';
import { sealOutline } from '../../../widgets/console/look/seal-mark.js';

const look = path.resolve(import.meta.dirname, '../../../widgets/console/look');

describe("the console's drawings", () => {
  it('are all in the one sheet, by the names that pages may use', () => {
    const sheet = readFileSync(path.join(look, 'icons.svg'), 'utf8');
    expect([...sheet.matchAll(/<symbol id="([^"]+)"/g)].map(([, name]) => name)).to.deep.equal([...iconNames]);
  });

  it('show the same seal as every page', () => {
    expect(sealOutline).to.equal(onPages);
  });
});
