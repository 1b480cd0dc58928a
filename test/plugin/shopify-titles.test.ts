import { expect } from 'chai';
import { shopify } from '../../plugin/shopify/shopify-platform.js';
import { paid, shopifyOrder } from '../../server/demo/shopify-order.js';

describe("a product's title in a store's order", () => {
  const titleOf = (title: string) => {
    const at = new Date('2026-11-20T10:00:00Z');
    const lines = [{ productId: 101, title, unitPrice: '10.00', quantity: 1 }];
    const order = shopifyOrder({ id: 1, shopDomain: 'a.myshopify.com', currency: 'CNY', processedAt: at, lines });
    const news = shopify.parse('orders/paid', Buffer.from(JSON.stringify(paid(order, at))), 'CNY');
    return news.kind === 'order' && news.order.lines[0]!.title;
  };

  it('loses the characters that would turn what is written beside it about', () => {
    expect(titleOf('Honey \u202e01 ¥\u202c \u2066x\u2069')).to.equal('Honey 01 ¥ x');
  });

  it('keeps what languages need, and every other letter of its 300', () => {
    for (const title of ['蜂蜜 Honey', 'עסל דבש', 'می\u200cخواهم\u200f', '👩\u200d🌾'])
      expect(titleOf(title)).to.equal(title);
    expect(titleOf('\u202d'.repeat(300) + 'Honey')).to.equal('Honey');
  });
});
