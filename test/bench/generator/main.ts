// The load generator: a process of its own, so that what it costs is told apart from what the server costs.
import { DeliveryList, type DeliveryListNeeds } from './delivery-list.js';
import { runLoad, type LoadNeeds, type LoadResult } from './run-load.js';

export interface LoadPlan
  extends
    DeliveryListNeeds,
    Pick<
      LoadNeeds,
      'port' | 'connections' | 'warmSeconds' | 'seconds' | 'perSecond' | 'windowSeconds' | 'noteAnswers'
    > {
  /** Deliveries to sign before the clock starts. */
  prepared: number;
}

export type FromGenerator =
  | { event: 'prepared' | 'clock-starts' | 'clock-stops' }
  | { event: 'done'; result: LoadResult }
  | { event: 'failed'; error: string };

const tell = (message: FromGenerator) => process.send!(message);

let deliveries: DeliveryList;
let plan: LoadPlan;
process.on('message', (message: { plan: LoadPlan } | 'go') => {
  if (message !== 'go') {
    plan = message.plan;
    deliveries = new DeliveryList(plan);
    deliveries.prepare(plan.prepared);
    tell({ event: 'prepared' });
    return;
  }
  runLoad({ ...plan, deliveries, onClock: (event) => tell({ event }) }).then(
    (result) => tell({ event: 'done', result }),
    (error: Error) => tell({ event: 'failed', error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
