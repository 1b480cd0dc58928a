import type { IncomingMessage } from 'node:http';
import { expect } from 'chai';
import { WatchersByAddress } from '../../../server/totals/watchers-by-address.js';

describe('the address a watcher is counted by', () => {
  const proxy = '10.0.0.1';
  const counted = (proxies: number, said: string | undefined, nearest = proxy) =>
    new WatchersByAddress({ watchersPerAddress: 1, proxies }).addressOf({
      headers: { ...(said !== undefined && { 'x-forwarded-for': said }) },
      socket: { remoteAddress: nearest },
    } as unknown as IncomingMessage);

  for (const [what, proxies, said, expected] of [
    ['as the proxy tells it', 1, '203.0.113.7', '203.0.113.7'],
    ['with the port the proxy adds', 1, '203.0.113.7:4711', '203.0.113.7'],
    ['in brackets, with a port', 1, '[2001:db8::1]:443', '2001:db8:0:0'],
    ['in brackets', 1, '[2001:db8::1]', '2001:db8:0:0'],
    ['of IPv6 without brackets', 1, '2001:db8::1', '2001:db8:0:0'],
    ['of IPv4 within IPv6, with a port', 1, '[::ffff:203.0.113.7]:4711', '203.0.113.7'],
    ['without what strangers put before it', 1, '198.51.100.1, 203.0.113.7:4711', '203.0.113.7'],
    ['behind two proxies', 2, '198.51.100.1, 203.0.113.7, 192.0.2.1', '203.0.113.7'],
    ['of who came past the first of two proxies', 2, '203.0.113.7:4711', '203.0.113.7'],
    [
      'of the nearest proxy that is known, when the one before says nothing clear',
      2,
      'unknown, 192.0.2.1',
      '192.0.2.1',
    ],
    ['of nobody, when the proxy says nothing', 1, undefined, undefined],
    ['of nobody, when what it says is none', 1, '203.0.113.7:port', undefined],
    ['of nobody, when no proxy is to be believed', 0, '203.0.113.7', undefined],
  ] as const)
    it(`is ${what}`, () => expect(counted(proxies, said)).to.equal(expected));

  it('is that of the connection, when it came from outside and names nobody else', () => {
    expect(counted(0, '203.0.113.7', '192.0.2.9')).to.equal('192.0.2.9');
    expect(counted(2, 'nonsense', '::ffff:192.0.2.9')).to.equal('192.0.2.9');
  });
});
