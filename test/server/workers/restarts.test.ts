import { expect } from 'chai';
import { restartPolicy } from '../../../server/workers/restarts.js';

describe('a worker that dies', () => {
  const livedMs = { badly: 500, well: 60_000 };

  it('now and then is replaced almost at once, however often', () => {
    const place = restartPolicy();
    const waits = Array.from({ length: 100 }, () => place.afterDeath(livedMs.well));
    expect(new Set(waits)).to.deep.equal(new Set([100]));
  });

  it('at once, again and again, is replaced ever later and at last no more', () => {
    const place = restartPolicy();
    const waits = Array.from({ length: 6 }, () => place.afterDeath(livedMs.badly));
    expect(waits).to.deep.equal([100, 200, 400, 800, 1_600, undefined]);
  });

  it('is forgiven once it has lived well', () => {
    const place = restartPolicy();
    for (let deaths = 0; deaths < 5; deaths += 1) place.afterDeath(livedMs.badly);
    expect(place.afterDeath(livedMs.well)).to.equal(100);
    expect(place.afterDeath(livedMs.badly)).to.equal(200);
  });
});
