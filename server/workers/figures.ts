import cluster from 'node:cluster';
import { AggregatorRegistry, type MetricObject, type Registry } from 'prom-client';
import type { ToPrimary, ToWorker } from './messages.js';

/**
 * Whichever worker is asked for `/metrics` tells the sums of all. prom-client could gather them itself, but waits in vain
 * for a worker that is just starting or ending; only its way of summing up is used here.
 */

/** A worker that has not told its figures by then is left out. */
const patienceMs = 2_000;

/** In a worker: answers the primary's question for this process's own figures. */
export function tellOwnFigures(registry: Registry, tell: (message: ToPrimary) => void): void {
  process.on('message', (message: ToWorker) => {
    if (message.kind !== 'your-figures?') return;
    void registry
      .getMetricsAsJSON()
      .then((figures) => tell({ kind: 'my-figures', asked: message.asked, figures: figures as MetricObject[] }));
  });
}

/** In a worker: asks the primary for the sums of all workers. */
export function askForAll(ask: (asked: number) => void): () => Promise<string> {
  const waiting = new Map<number, (text: string) => void>();
  let last = 0;
  process.on('message', (message: ToWorker) => {
    if (message.kind !== 'all-figures') return;
    waiting.get(message.asked)?.(message.text);
    waiting.delete(message.asked);
  });
  return () =>
    new Promise((resolve) => {
      waiting.set((last += 1), resolve);
      ask(last);
    });
}

/** In the primary: the sums of those workers, as Prometheus text. */
export async function figuresOf(workers: readonly number[]): Promise<string> {
  const told = await Promise.all(workers.map(ask));
  return AggregatorRegistry.aggregate(told.filter((figures) => figures !== undefined)).metrics();
}

let questions = 0;

function ask(id: number): Promise<MetricObject[] | undefined> {
  const worker = cluster.workers?.[id];
  if (!worker?.isConnected()) return Promise.resolve(undefined);
  const asked = (questions += 1);
  return new Promise((resolve) => {
    const answer = (message: ToPrimary) => {
      if (message.kind === 'my-figures' && message.asked === asked) done(message.figures);
    };
    const gone = () => done(undefined);
    const late = setTimeout(gone, patienceMs);
    worker.on('message', answer).once('exit', gone);
    worker.send({ kind: 'your-figures?', asked } satisfies ToWorker, () => undefined);

    function done(figures: MetricObject[] | undefined): void {
      clearTimeout(late);
      worker!.off('message', answer).off('exit', gone);
      resolve(figures);
    }
  });
}
