import { expect } from 'chai';
import { linkState, STALE_AFTER_MS } from '../../widgets/feed/link-state.js';

describe('the link of a screen', () => {
  it('is live while connected and spoken to', () => {
    expect(linkState({ connected: true, ever: true, lastWordAt: 0 }, STALE_AFTER_MS - 1)).to.equal('live');
  });

  it('is stale after ten seconds without a word, whatever the connection seems to be and whichever way the clock went', () => {
    const seemsConnected = { connected: true, ever: true, lastWordAt: 10 * STALE_AFTER_MS };
    expect(linkState(seemsConnected, 11 * STALE_AFTER_MS)).to.equal('stale');
    expect(linkState(seemsConnected, 9 * STALE_AFTER_MS)).to.equal('stale');
  });

  it('reconnects after a loss and is stale after ten seconds without a word', () => {
    const lost = { connected: false, ever: true, lastWordAt: 0 };
    expect(linkState(lost, STALE_AFTER_MS - 1)).to.equal('reconnecting');
    expect(linkState(lost, STALE_AFTER_MS)).to.equal('stale');
  });

  it('is connecting until the first answer, and stale when that does not come', () => {
    const never = { connected: false, ever: false, lastWordAt: 0 };
    expect(linkState(never, 0)).to.equal('connecting');
    expect(linkState(never, STALE_AFTER_MS)).to.equal('stale');
  });
});
