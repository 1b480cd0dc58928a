import { expect } from 'chai';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Results } from './report/aims-table.js';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs the bench as `npm run bench -- …` does, and gives back what it says on stdout. */
async function bench(...options: string[]): Promise<string> {
  const program = ['--import', 'tsx', 'test/bench/main.ts', ...options];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root, maxBuffer: 2 ** 26 });
  return stdout;
}

describe('the bench', () => {
  let results: Results;
  before('run it once, hastily: its figures mean nothing', async function () {
    this.timeout(180_000);
    const few = ['--cases', 'new 5 KB', '--orders', '2000', '--watchers', '40', '--topics', '10'];
    const tiny = ['--seconds', '1', '--rounds', '1', '--hasty', '--json'];
    results = JSON.parse(await bench('intake', 'history', 'feed', ...few, ...tiny)) as Results;
  });

  it('still runs from end to end and finds every order it was told of', () => {
    const { intake, history } = results;
    expect(intake!.cases.map(({ case: { server } }) => server)).to.deep.equal(['ceiling', 'ours']);
    for (const { runs } of intake!.cases) expect(Object.keys(runs[0]!.statuses)).to.deep.equal(['200']);
    const [truth] = intake!.truth;
    expect(truth!.orders).to.equal(truth!.answered).and.to.be.above(0);

    expect(history!.checks).to.include({ ok: true });
    for (const { expected, stored } of Object.values(history!.counted)) expect(stored).to.equal(expected);
    expect(history!.counted.full.stored).to.be.above(2_000);
    expect(history!.bytes.map(({ name }) => name)).to.include('orders');
  });

  it('tells watchers on three servers, and each ends with the right total', () => {
    const { stretches, memory, lags, reads } = results.feed!;

    const told = stretches.map(({ server, spread }) => `${server}, ${spread}`);
    const servers = ['raw ws', 'plain Socket.IO', 'ours'];
    expect(told).to.deep.equal(servers.flatMap((server) => [`${server}, hot`, `${server}, many`]));
    for (const { wrong, heard } of stretches) {
      expect(wrong).to.equal(0);
      expect(heard.updates).to.be.above(0);
      // Every server sends the same two messages for each change; the clock may part them.
      expect(heard.frames).to.be.closeTo(2 * heard.updates, 40);
    }
    expect(memory).to.have.length(3);
    expect(lags[0]).to.include({ watchers: 40, wrong: 0 });
    expect(lags[0]!.lagMs.max).to.be.below(Infinity);
    expect(reads.map(({ kind }) => kind)).to.deep.equal(['200', '304', '200 busy']);
  });

  it('says what it does not understand instead of measuring something else', async () => {
    const failure = (await bench('intake', '--rounds', 'many').catch((error: unknown) => error)) as {
      code: number;
      stderr: string;
    };
    expect(failure.code).to.equal(2);
    expect(failure.stderr).to.match(/^--rounds needs a whole number above zero\./);
  });
});
