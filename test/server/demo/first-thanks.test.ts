import { expect } from 'chai';
import { firstThanks } from '../../../server/demo/first-thanks.js';

describe("the demo's link to a buyer's page", () => {
  it('is told once, of the first real order with a charity item', () => {
    const said: string[] = [];
    const scene = {
      shopId: 'shop1',
      shopDomain: 'a.myshopify.com',
      webhookSecret: 's',
      session: { id: 's1', token: 't', overlayUrl: 'http://localhost/overlay/k' },
    };
    const paid = firstThanks('http://localhost:8080', scene, (line) => said.push(line.trim()));
    const honey = { line_items: [{ product_id: 101 }] };
    paid({ id: 1, checkout_token: 'one', line_items: [{ product_id: 105 }] });
    paid({ id: 2, checkout_token: 'two', test: true, ...honey });
    expect(said).to.deep.equal([]);
    paid({ id: 3, checkout_token: 'three', ...honey });
    paid({ id: 4, checkout_token: 'four', ...honey });
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/ http:\/\/localhost:8080\/thanks\/shop1\/3\?key=three$/);
  });
});
