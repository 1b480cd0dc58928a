import { expect } from 'chai';
import fc from 'fast-check';
import { toCsv } from '../../../server/http/csv.js';
import { csvCell } from '../../../widgets/console/parts/table/write-csv.js';

describe('a table for spreadsheets', () => {
  it('is of lines and commas, with quotes where they are needed', () => {
    expect(toCsv(['name', 'given'], [['Honey, "wild"', '12.30']])).to.equal(
      '\ufeffname,given\r\n"Honey, ""wild""",12.30\r\n',
    );
  });

  for (const formula of ['=1+1', '+1+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x.test")'])
    it(`is no formula: ${JSON.stringify(formula)} (S9)`, () => {
      const cell = toCsv(['a'], [[formula]])
        .split('\r\n')
        .slice(1)
        .join('\r\n');
      expect(cell.replace(/^"/, '')).to.match(/^'/);
    });

  it('leaves numbers numbers, those below zero too', () => {
    expect(toCsv([], [['-12.30', 5, null, undefined]])).to.equal('\ufeff\r\n-12.30,5,,\r\n');
  });

  it('lets no text begin a cell as a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = toCsv(['a'], [[text]]).slice('\ufeffa\r\n'.length);
        expect(/^"?[=+@\t\r]/.test(cell) && cell !== '\r\n').to.equal(false);
      }),
    );
  });

  it('holds to the very rule of the tables in the console', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠ \t\r\n\ufeff"\',;1.a−') }));
    fc.assert(fc.property(text, (cell) => toCsv([], [[cell]]) === `\ufeff\r\n${csvCell(cell)}\r\n`));
  });
});
