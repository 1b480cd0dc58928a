import { expect } from 'chai';
import fc from 'fast-check';
import { CHART_HEIGHT, CHART_WIDTH, chartShape } from '../../widgets/views/chart-shape.js';

const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 20, n)).toISOString();
const point = (n: number, given: string) => ({ at: minute(n), totals: [{ currency: 'CNY', given, orders: 1 }] });
const at = (n: number) => Date.parse(minute(n));

describe('the shape of a chart', () => {
  it('is a line of steps: a total stands until the next', () => {
    const shape = chartShape({
      points: [point(0, '0'), point(5, '50.00'), point(10, '100.00')],
      currency: 'CNY',
      now: at(20),
    })!;
    // The highest leaves 12 % of the height free.
    expect(shape.line).to.equal('M0 300H250V168H500V36H1000');
    expect(shape.area).to.equal('M0 300H250V168H500V36H1000V300H0Z');
    expect(shape.present).to.equal('M1000 36h.01');
    expect(shape).to.deep.include({ falls: '', fell: false, top: '100.00', topAt: '0.12' });
    expect(shape.start).to.deep.equal({ at: minute(0), given: '0' });
    expect(shape.end).to.deep.equal({ at: minute(20), given: '100.00' });
  });

  it('marks every fall where it ends', () => {
    const points = [point(0, '100.00'), point(5, '75.00'), point(10, '100.00'), point(15, '25.00')];
    const shape = chartShape({ points, currency: 'CNY', now: at(20) })!;
    expect(shape.falls).to.equal('M250 102h.01M750 234h.01');
    expect(shape.fell).to.equal(true);
  });

  it('begins where the live began, with what stood then', () => {
    const points = [point(0, '10.00'), point(5, '20.00'), point(15, '40.00')];
    const shape = chartShape({ points, currency: 'CNY', from: minute(10), now: at(20) })!;
    expect(shape.start).to.deep.equal({ at: minute(10), given: '20.00' });
    expect(shape.line).to.equal('M0 168H500V36H1000');
  });

  it('gives a fifth to what came after an ended live, however long that was', () => {
    const shape = chartShape({
      points: [point(0, '0'), point(10, '100.00'), point(1_000, '90.00')],
      currency: 'CNY',
      from: minute(0),
      until: minute(20),
      now: at(1_980),
    })!;
    expect(shape.splitAt).to.equal('0.8');
    expect(shape.line).to.match(/^M0 300H400V36H900V62\.4H1000$/);
  });

  it('shows a goal in sight, and leaves one out that would press it flat', () => {
    const points = [point(0, '0'), point(10, '100.00')];
    const shape = (goal: string) => chartShape({ points, currency: 'CNY', now: at(20), goal })!;
    expect(shape('200.00')).to.deep.include({ goalAt: '0.12', topAt: '0.56' });
    expect(shape('50.00')).to.deep.include({ goalAt: '0.56', topAt: '0.12' });
    expect(shape('1000.00').goalAt).to.equal(undefined);
  });

  it('is nothing before the first gift, and of another currency', () => {
    expect(chartShape({ points: [], currency: 'CNY', now: at(0) })).to.equal(undefined);
    expect(chartShape({ points: [point(0, '0.00')], currency: 'CNY', now: at(5) })).to.equal(undefined);
    expect(chartShape({ points: [point(0, '5.00')], currency: 'USD', now: at(5) })).to.equal(undefined);
  });

  it('stays within its frame and goes from left to right, whatever happened', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(10_000), fc.bigInt(0n, 10n ** 17n)), { minLength: 1, maxLength: 50 }),
        fc.option(fc.nat(10_000), { nil: undefined }),
        (happened, end) => {
          const points = happened
            .toSorted(([a], [b]) => a - b)
            .map(([n, minor]) => point(n, `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`));
          const until = end === undefined ? undefined : minute(end);
          const shape = chartShape({ points, currency: 'CNY', now: at(10_001), until });
          const most = happened.reduce((top, [, minor]) => (minor > top ? minor : top), 0n);
          if (most === 0n) {
            expect(shape).to.equal(undefined);
            return;
          }
          const xs = [...shape!.line.matchAll(/[MH]([\d.]+)/g)].map(([, x]) => parseFloat(x!));
          const ys = [...shape!.line.matchAll(/(?:V|^M[\d.]+ )([\d.]+)/g)].map(([, y]) => parseFloat(y!));
          expect(xs).to.deep.equal(xs.toSorted((a, b) => a - b));
          for (const x of xs) expect(x).to.be.within(0, CHART_WIDTH);
          for (const y of ys) expect(y).to.be.within(0, CHART_HEIGHT);
        },
      ),
    ));
});
