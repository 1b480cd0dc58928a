import { expect } from 'chai';
import { findPlace } from '../../../widgets/console/find-place.js';
import { nobody, type Me } from '../../../widgets/console/me.js';
import { findRoute, fit, partsOf, pathTo } from '../../../widgets/console/router.js';
import { meOfAll } from '../../browser/console/stub-me.js';

const mei: Me = meOfAll;
const place = (address: string, me = mei, last?: string) => findPlace(partsOf(address), me, last);

describe('addresses of the console', () => {
  it('are taken apart and put together again', () => {
    expect(partsOf('/console/a/b%20c/')).to.deep.equal(['a', 'b c']);
    expect(partsOf('/console/%ZZ')).to.deep.equal(['%ZZ']);
    expect(pathTo('m1', 'items', 'a/b')).to.equal('/console/m1/items/a/b');
    expect(pathTo()).to.equal('/console');
  });

  it('find the first route that fits, with what its names stand for', () => {
    expect(fit('items/:productId', ['items', '42'])).to.deep.equal({ productId: '42' });
    expect(fit('items/:productId', ['items'])).to.equal(undefined);
    const routes = [{ path: 'items/new' }, { path: 'items/:productId' }];
    expect(findRoute(routes, ['items', 'new'])?.route).to.equal(routes[0]);
    expect(findRoute(routes, ['items', '7'])?.params).to.deep.equal({ productId: '7' });
  });

  it('lead a stranger to the door, and remember where he wanted to go', () => {
    expect(place('/console', nobody)).to.deep.equal({ onTo: '/console/sign-in' });
    expect(place('/console/m00000000001/items', nobody)).to.deep.equal({
      onTo: '/console/sign-in?to=%2Fconsole%2Fm00000000001%2Fitems',
    });
    expect(place('/console/welcome', nobody)).to.deep.equal({ onTo: '/console/sign-in' });
  });

  it('lead everybody home: where they were last, to their first organisation, or to choose one', () => {
    expect(place('/console')).to.deep.equal({ onTo: '/console/m00000000001' });
    expect(place('/console', mei, 'c00000000001')).to.deep.equal({ onTo: '/console/c00000000001' });
    expect(place('/console', mei, 'operator')).to.deep.equal({ onTo: '/console/operator' });
    expect(place('/console', { ...mei, organisations: [], operator: false })).to.deep.equal({
      onTo: '/console/welcome',
    });
  });

  it('belong to the area of the organisation, and to nobody who is not in it', () => {
    expect(place('/console/c00000000001/projects')).to.include({ area: 'charity' });
    expect(place('/console/c00000000001/organisation/keys')).to.deep.include({ area: 'organisation', parts: ['keys'] });
    expect(place('/console/x00000000009')).to.equal(undefined);
    expect(place('/console/streamer/desk')).to.deep.equal({ onTo: '/console/s00000000001/desk' });
    expect(place('/console/operator', { ...mei, operator: false })).to.equal(undefined);
  });

  it('let an operator work as one only after the second step', () => {
    expect(place('/console/operator')).to.include({ area: 'operator' });
    expect(place('/console/operator', { ...mei, secondFactor: false, secondFactorSetUp: true })).to.deep.equal({
      onTo: '/console/second-step?to=%2Fconsole%2Foperator',
    });
    expect(place('/console/operator', { ...mei, secondFactor: false, secondFactorSetUp: false })).to.deep.equal({
      onTo: '/console/account?needs=second-step',
    });
  });
});
