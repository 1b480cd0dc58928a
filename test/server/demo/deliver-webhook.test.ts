import { expect } from 'chai';
import type { IncomingMessage } from 'node:http';
import { deliver, signShopify } from '../../../server/demo/deliver-webhook.js';
import { listening } from './listening.js';

describe('a delivery', () => {
  it('is signed as RFC 4231 says (its second test case)', () => {
    const signature = signShopify('what do ya want for nothing?', 'Jefe');
    expect(Buffer.from(signature, 'base64').toString('hex')).to.equal(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('brings the signed bytes and the headers of a Shopify webhook', async () => {
    let received: { request: IncomingMessage; body: string } | undefined;
    const server = await listening((request, body, response) => {
      received = { request, body };
      response.end();
    });
    const sent = { secret: 's', shopDomain: 'cooperative.myshopify.com', topic: 'orders/paid', webhookId: 'w-1' };
    try {
      const payload = { title: '蜂蜜' };
      await deliver({ url: server.url, ...sent, payload, triggeredAt: '2026-11-20T18:00:00+08:00' });
    } finally {
      server.close();
    }
    const { request, body } = received!;
    expect([request.method, request.url, body]).to.deep.equal(['POST', '/webhooks/shopify', '{"title":"蜂蜜"}']);
    expect(request.headers).to.include({
      'x-shopify-topic': 'orders/paid',
      'x-shopify-shop-domain': 'cooperative.myshopify.com',
      'x-shopify-webhook-id': 'w-1',
      'x-shopify-triggered-at': '2026-11-20T10:00:00.000Z',
      'x-shopify-hmac-sha256': signShopify(Buffer.from(body), 's'),
    });
  });
});
