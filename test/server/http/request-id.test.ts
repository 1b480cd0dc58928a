import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { loggedPath } from '../../../server/http/request-id.js';

describe('the address of a request in the log', () => {
  const logged = (url: string) => loggedPath({ url } as IncomingMessage);

  for (const url of [
    '/overlay/abcdefghijklmnopqrstuvwxyz',
    '/overlay/abcdefghijklmnopqrstuvwxyz/studio?layout=bar',
    '/OVERLAY/abcdefghijklmnopqrstuvwxyz/revoke',
    '/Overlay/abcdefghijklmnopqrstuvwxyz',
    'http://kindcast.test/overlay/abcdefghijklmnopqrstuvwxyz',
  ])
    it(`holds no secret of an overlay: ${url}`, () => expect(logged(url)).to.equal('/overlay/…'));

  for (const [url, kept] of [
    ['/v1/invitations/abcdefghijklmnopqrstuvwxyz/accept', '/invitations/…'],
    ['/console/invitations/abcdefghijklmnopqrstuvwxyz', '/invitations/…'],
    ['/console/reset-password/abcdefghijklmnopqrstuvwx', '/reset-password/…'],
  ] as const)
    it(`holds no secret of a letter: ${url}`, () => expect(logged(url)).to.equal(kept));

  for (const path of ['/thanks/shop/order', '/THANKS/shop/order', '/v1/shops/shop/orders/order/thanks'])
    it(`holds no key of a buyer: ${path}`, () => expect(logged(`${path}?key=secret`)).to.equal(path));
});
