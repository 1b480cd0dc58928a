// Every test: first the many that mind nobody, side by side, then one by one those that measure a whole machine (processes
// killed, floods, full disks) or all transactions of the database server. Ends with one count of all, in mocha's words. What follows `npm test --` goes on to mocha.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';

const alone = 'test/{faults,processes}/**/*.test.ts';
// Each process has a browser; more of them than cores only wait for each other.
const jobs = Math.min(4, Math.max(2, availableParallelism()));

const counts = { passing: 0, pending: 0, failing: 0 };
const codes = [
  await mocha(['--parallel', '--jobs', String(jobs), '--ignore', alone, 'test/**/*.test.ts']),
  await mocha([alone]),
];
console.log('\n  all tests:');
for (const [word, count] of Object.entries(counts))
  if (count > 0 || word === 'passing') console.log(`  ${count} ${word}`);
process.exit(codes.every((code) => code === 0) ? 0 : 1);

function mocha(args) {
  const program = path.join(import.meta.dirname, '../node_modules/mocha/bin/mocha.js');
  const run = spawn(process.execPath, [program, ...args, ...process.argv.slice(2)], {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...process.env },
  });
  let rest = '';
  run.stdout.on('data', (bytes) => {
    process.stdout.write(bytes);
    rest += bytes;
    const lines = rest.split('\n');
    rest = lines.pop();
    lines.forEach(count);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal));
  return new Promise((resolve) => run.on('close', (code) => resolve(code ?? 1)));
}

function count(line) {
  // eslint-disable-next-line no-control-regex
  const found = /^ +(\d+) (passing|pending|failing)( \(.*\))?$/.exec(line.replace(/\x1b\[[0-9;]*m/g, ''));
  if (found) counts[found[2]] += parseInt(found[1], 10);
}
