import { expect } from 'chai';
import type { Snapshot } from '../../../widgets/feed/wire.js';
import { Milestones, type Notebook } from '../../../widgets/overlay/milestones.js';

function given(amounts: Record<string, string>, goal?: string): Snapshot {
  const none = { pledged: '0', confirmed: '0', paid: '0', matched: '0', orders: 0, units: 0 };
  return {
    topic: 'session:s',
    seq: 1,
    at: '',
    totals: Object.entries(amounts).map(([currency, amount]) => ({ currency, given: amount, ...none })),
    projects: [],
    ...(goal !== undefined && { goal: { amount: goal, currency: 'CNY' } }),
  };
}

function notebook(): Notebook {
  let kept: Record<string, string> = {};
  return { read: () => ({ ...kept }), write: (levels) => (kept = { ...levels }) };
}

const said = (milestones: Milestones, snapshot: Snapshot) =>
  milestones.take(snapshot).map(({ kind, currency, level }) => `${kind} ${currency} ${level}`);

describe('milestones', () => {
  it('are said once on the way to the goal, and not those that stood when the screen opened', () => {
    const milestones = new Milestones(notebook());
    expect(said(milestones, given({ CNY: '300.00' }, '1000.00'))).to.deep.equal([]);
    expect(said(milestones, given({ CNY: '499.99' }, '1000.00'))).to.deep.equal([]);
    expect(said(milestones, given({ CNY: '500.00' }, '1000.00'))).to.deep.equal(['goal CNY 50']);
    expect(said(milestones, given({ CNY: '510.00' }, '1000.00'))).to.deep.equal([]);
    expect(said(milestones, given({ CNY: '999.99' }, '1000.00'))).to.deep.equal(['goal CNY 75']);
    expect(said(milestones, given({ CNY: '1000.00' }, '1000.00'))).to.deep.equal(['goal CNY 100']);
    expect(said(milestones, given({ CNY: '9000.00' }, '1000.00'))).to.deep.equal([]);
  });

  it('are not said again after a fall and a rise, nor after a reload at the lower point', () => {
    const kept = notebook();
    const milestones = new Milestones(kept);
    said(milestones, given({}, '1000.00'));
    expect(said(milestones, given({ CNY: '250.00' }, '1000.00'))).to.deep.equal(['goal CNY 25']);
    expect(said(milestones, given({ CNY: '240.00' }, '1000.00'))).to.deep.equal([]);
    expect(said(milestones, given({ CNY: '260.00' }, '1000.00'))).to.deep.equal([]);
    const reloaded = new Milestones(kept);
    expect(said(reloaded, given({ CNY: '240.00' }, '1000.00'))).to.deep.equal([]);
    expect(said(reloaded, given({ CNY: '260.00' }, '1000.00'))).to.deep.equal([]);
    expect(said(reloaded, given({ CNY: '500.00' }, '1000.00'))).to.deep.equal(['goal CNY 50']);
  });

  it('of several passed at once, only the highest', () => {
    const milestones = new Milestones(notebook());
    said(milestones, given({ CNY: '10.00' }, '1000.00'));
    expect(said(milestones, given({ CNY: '800.00' }, '1000.00'))).to.deep.equal(['goal CNY 75']);
  });

  it('are round sums where there is no goal, in each currency', () => {
    const milestones = new Milestones(notebook());
    said(milestones, given({ CNY: '999.99', JPY: '900' }));
    expect(said(milestones, given({ CNY: '1000.00', JPY: '999' }))).to.deep.equal(['sum CNY 1000']);
    expect(said(milestones, given({ CNY: '4999.99', JPY: '12000' }))).to.deep.equal(['sum JPY 10000']);
    expect(said(milestones, given({ CNY: '50000.00', JPY: '12000' }))).to.deep.equal(['sum CNY 50000']);
  });
});
