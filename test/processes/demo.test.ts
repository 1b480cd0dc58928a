import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Snapshot } from '../../server/totals/snapshot.js';
import {
  cleanUpProcesses,
  processesIn,
  startProcess,
  temporaryFolder,
  type ServerProcess,
} from '../support/server-process.js';
import { until } from '../support/until.js';

describe('the demo', function () {
  this.timeout(60_000);
  after(cleanUpProcesses);

  it('sells from a fresh folder, ends at Ctrl-C with nothing left, and goes on from there at the next start', async () => {
    const data = temporaryFolder();
    const start = () => startProcess({ program: 'demo', env: { KINDCAST_DATA: data, KINDCAST_DEMO_SEED: '7' } });
    const orders = ({ totals }: Snapshot) => totals[0]?.orders ?? 0;
    const end = async (demo: ServerProcess) => {
      const { ms, ...ended } = await demo.end('SIGINT');
      expect(ended).to.include({ code: 0, stderr: '' });
      expect(ms).to.be.lessThan(10_000);
      expect(processesIn(data)).to.deep.equal([]);
    };

    const first = await start();
    const session = sessionOf(first);
    const before = await until(async () => {
      const snapshot = await totalsOf(first, session);
      return orders(snapshot) > 5 ? snapshot : undefined;
    }, 'more than five orders have given');
    // The buyer's page of one order, as anybody who starts the demo is told.
    const thanks = await until(
      async () => /\/thanks\/\w+\/\d+\?key=\w+/.exec(first.stdout())?.[0],
      'a link to a thanks page is told',
    );
    expect((await fetch(first.url + thanks)).status).to.equal(200);
    await end(first);

    const second = await start();
    expect(sessionOf(second)).to.equal(session);
    const after = await totalsOf(second, session);
    expect(after.seq).to.be.at.least(before.seq);
    // Not smaller; only what happened between our last look and the end may have taken an order back.
    expect(orders(after)).to.be.at.least(orders(before) - (after.seq - before.seq));
    await until(async () => (await totalsOf(second, session)).seq > after.seq, 'it goes on selling');
    await until(async () => (await pointsOf(second, session)) > 1, 'the chart has a past');
    const { operatorKey } = JSON.parse(readFileSync(path.join(data, 'demo.json'), 'utf8')) as { operatorKey: string };
    const checks = await fetch(`${second.url}/v1/checks`, { headers: { authorization: `Bearer ${operatorKey}` } });
    expect(await checks.json()).to.deep.include({ ok: true });
    await end(second);
  });
});

const sessionOf = (demo: ServerProcess): string => /\/sessions\/(\w+)/.exec(demo.stdout())![1]!;

async function totalsOf(demo: ServerProcess, session: string): Promise<Snapshot> {
  return (await fetch(`${demo.url}/v1/sessions/${session}/totals`)).json() as Promise<Snapshot>;
}

async function pointsOf(demo: ServerProcess, session: string): Promise<number> {
  const history = (await (await fetch(`${demo.url}/v1/sessions/${session}/history`)).json()) as { points: unknown[] };
  return history.points.length;
}
