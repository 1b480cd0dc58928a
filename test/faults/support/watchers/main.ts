import { lightWatcher } from './light-watcher.js';
import { ourWatcher } from './our-watcher.js';
import type { Ask, Report, Watcher } from './watcher.js';

/** A process full of watchers, told by its parent what to do; each question is answered once. */

const watchers: Watcher[] = [];
/** So many set out at the same time. */
const together = 100;

process.on('message', (ask: Ask) => {
  void answer(ask).then((said) => process.send?.(said));
});
process.on('disconnect', () => process.exit());

async function answer(ask: Ask): Promise<Report> {
  if (ask.what === 'watch') await watch(ask);
  if (ask.what === 'begin') for (const watcher of watchers) watcher.begin();
  return report();
}

async function watch({ url, topics, kind, count }: Extract<Ask, { what: 'watch' }>): Promise<void> {
  for (let left = count; left > 0; left -= together) {
    const more = Array.from({ length: Math.min(left, together) }, () =>
      kind === 'ours' ? ourWatcher(url, topics) : lightWatcher(url, topics, kind),
    );
    watchers.push(...more);
    while (!more.every((watcher) => watcher.isWatching())) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function report(): Report {
  const good = watchers.filter((watcher) => watcher.shown() !== undefined);
  const hearing = watchers.flatMap(({ heard }) => heard ?? []);
  return {
    watching: good.filter((watcher) => watcher.isWatching()).length,
    backAt: good.flatMap((watcher) => watcher.backAt() ?? []),
    shown: counted(good.map((watcher) => watcher.shown()!)),
    heard: counted(hearing.map(({ seqs }) => JSON.stringify(seqs))),
    lateMs: hearing.flatMap(({ lateMs }) => lateMs),
    disordered: hearing.filter(({ disordered }) => disordered).length,
  };
}

function counted(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
