import { expect } from 'chai';
import fc from 'fast-check';
import { moneyColumn, numberColumn, textColumn } from '../../../widgets/console/parts/table/columns.js';
import { csvCell, writeCsv } from '../../../widgets/console/parts/table/write-csv.js';

interface Row {
  title: string;
  amount: string;
  orders: number;
}

/** What a spreadsheet makes of a cell: the quotes are gone, their content stays. */
const read = (cell: string) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

describe('a list saved as CSV', () => {
  it('has the mark of UTF-8, a line of titles, and a line for each row that ends as RFC 4180 says', () => {
    const columns = [
      textColumn<Row>('title', '商品', ({ title }) => title),
      moneyColumn<Row>('given', '善款', ({ amount }) => ({ amount, currency: 'CNY' })),
      numberColumn<Row>('orders', '订单', ({ orders }) => orders),
    ];
    const rows = [
      { title: '蜂蜜, 500 g', amount: '2.00', orders: 3 },
      { title: 'the "best" tea', amount: '-0.50', orders: 0 },
    ];
    expect(writeCsv(columns, rows, '币种')).to.equal(
      '\ufeff商品,善款,善款 (币种),订单\r\n"蜂蜜, 500 g",2.00,CNY,3\r\n"the ""best"" tea",-0.50,CNY,0\r\n',
    );
  });

  it('lets no name become a formula, and leaves numbers numbers', () => {
    for (const name of ['=1+1', '+1+1', '-1+cmd', '@SUM(A1)', '\t=1', '\r=1', ' =HYPERLINK("x")', '＝1+1', '-2+3'])
      expect(read(csvCell(name))).to.equal(`'${name}`);
    for (const number of ['-5.00', '0', '12.345', '−3']) expect(csvCell(number)).to.equal(number);
    expect(csvCell('honey = sweet')).to.equal('honey = sweet');
  });

  it('gives back every text, and none begins as a formula does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = read(csvCell(text));
        expect([text, `'${text}`]).to.include(cell);
        if (!/^[-−]?\d+(\.\d+)?$/.test(cell)) expect(cell).not.to.match(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});
