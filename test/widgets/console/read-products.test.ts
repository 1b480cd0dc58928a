import { expect } from 'chai';
import { readProducts } from '../../../widgets/console/merchant/read-products.js';

const told = (text: string) =>
  readProducts(text, 'CNY').map(({ row, product, trouble }) =>
    product ? [row, product.productId, product.title, product.price?.amount ?? '-'].join(' ') : `${row} ${trouble}`,
  );

describe('products that somebody pastes', () => {
  it('are read with or without a line of names, whatever stands between the columns', () => {
    expect(told('1,Honey,39.90\n2,"Tea, green",20')).to.deep.equal(['1 1 Honey 39.90', '2 2 Tea, green 20']);
    expect(told('Title\tProduct ID\tVariant Price\nHoney\t1\t39.90')).to.deep.equal(['2 1 Honey 39.90']);
    expect(told('\ufeff商品编号;名称;价格\r\n7;百花蜜;¥1,234.50\r\n')).to.deep.equal(['2 7 百花蜜 1234.50']);
  });

  it('may have prices as people write them', () => {
    expect(told('1,a,CN¥39.90\n2,b,CNY 8\n3,c,8元\n4,d,$1.5\n5,e,')).to.deep.equal([
      '1 1 a 39.90',
      '2 2 b 8',
      '3 3 c 8',
      '4 4 d 1.5',
      '5 5 e -',
    ]);
  });

  it('are told row by row what is wrong with them', () => {
    expect(
      told('id,title,price,image\n,No id,2\na b,Bad id\n3,Tea,abc\n4,\n5,Rice,1\n5,Rice,1\n6,Nut,-1\n7,Egg,1,http://x'),
    ).to.deep.equal([
      '2 noId',
      '3 badId',
      '4 badPrice',
      '5 noTitle',
      '6 5 Rice 1',
      '7 twice',
      '8 badPrice',
      '9 badImage',
    ]);
  });

  it('may be named as Shopify’s programs name them', () => {
    expect(told('gid://shopify/Product/632910392,Honey')).to.deep.equal(['1 632910392 Honey -']);
    expect(readProducts('', 'CNY')).to.deep.equal([]);
  });
});
