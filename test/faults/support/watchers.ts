import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Ask, Kind, Report } from './watchers/watcher.js';

export type { Report } from './watchers/watcher.js';

/** Many watchers in a process of their own, so that they neither slow the test nor are slowed by it. */
export interface Watchers {
  /** So many more watch the topics; settles when all were answered. */
  watch(url: string, topics: readonly string[], kind: Kind, count: number): Promise<Report>;
  /** From now on new figures. */
  begin(): Promise<Report>;
  report(): Promise<Report>;
}

const processes = new Set<ChildProcess>();

export function startWatchers(): Watchers {
  const child = fork(path.join(import.meta.dirname, 'watchers/main.ts'), { execArgv: ['--import', 'tsx'] });
  processes.add(child);
  const gone = once(child, 'exit').then(() => {
    throw new Error('The process of the watchers has ended.');
  });
  gone.catch(() => undefined);
  let before: Promise<unknown> = Promise.resolve();
  // One question after the other, so that each gets its own answer.
  const ask = (question: Ask): Promise<Report> => {
    const answer = before.then(async () => {
      child.send(question);
      const [report] = (await Promise.race([once(child, 'message'), gone])) as [Report];
      return report;
    });
    before = answer.catch(() => undefined);
    return answer;
  };
  return {
    watch: (url, topics, kind, count) => ask({ what: 'watch', url, topics: [...topics], kind, count }),
    begin: () => ask({ what: 'begin' }),
    report: () => ask({ what: 'report' }),
  };
}

/** Belongs into `after` of every file that starts some. */
export async function endWatchers(): Promise<void> {
  await Promise.all(
    [...processes].map(async (child) => {
      processes.delete(child);
      if (child.exitCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }),
  );
}

process.on('exit', () => {
  for (const child of processes) child.kill('SIGKILL');
});
