import { expect } from 'chai';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fixtures } from '../../fixtures/shopify-fixtures.js';

const folder = path.join(import.meta.dirname, '../../fixtures/shopify');

describe('the Shopify fixtures', () => {
  it('are what shopify-fixtures.ts makes (else: npx tsx test/fixtures/write-fixtures.ts)', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    expect(files).to.have.members(fixtures.map(({ file }) => file));
    for (const { file, payload } of fixtures)
      expect(JSON.parse(readFileSync(path.join(folder, file), 'utf8')), file).to.deep.equal(
        JSON.parse(JSON.stringify(payload)),
      );
  });

  it('include a cart of more than 100 KB', () => {
    const cart = fixtures.find(({ file }) => file === 'cart-of-60-lines.json');
    expect(Buffer.byteLength(JSON.stringify(cart?.payload))).to.be.above(100 * 1024);
  });
});
