import { expect } from 'chai';
import { lagsOf } from './measure-lag.js';

describe('how long an answered order waits until a watcher hears of it', () => {
  const answeredAtMs = [1_000, 1_010, 1_020];

  it('counts from its answer to the first update that counts as many orders as were answered by then', () => {
    const heard = [
      { atMs: 1_005, orders: 7 },
      { atMs: 1_015, orders: 8 },
      { atMs: 1_225, orders: 10 },
    ];
    expect(lagsOf(answeredAtMs, 7, [heard])).to.deep.equal([15, 215, 205]);
  });

  it('is nothing for an order that was told before its answer was read, and endless for one never told', () => {
    expect(lagsOf(answeredAtMs, 7, [[{ atMs: 990, orders: 9 }]])).to.deep.equal([0, 0, Infinity]);
  });

  it('looks at every watcher by itself', () => {
    const heard = [[{ atMs: 1_100, orders: 10 }], [{ atMs: 1_200, orders: 10 }]];
    expect(lagsOf(answeredAtMs, 7, heard)).to.deep.equal([100, 90, 80, 200, 190, 180]);
  });
});
