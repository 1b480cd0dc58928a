import cluster from 'node:cluster';
import { pino } from 'pino';
import { sentence, wrongSettings, type Running } from '../run.js';
import { serve } from '../serve.js';
import { askForAll, tellOwnFigures } from './figures.js';
import { shareSockets } from './share-sockets.js';
import type { ToPrimary, ToWorker } from './messages.js';

/** Starts this process's part of an installation that the primary has opened, and ends with the primary. */
export async function startWorker(): Promise<Running> {
  const worker = cluster.worker!;
  const begin = heard('begin');
  const toldToStop = heard('stop').then(({ reason }) => reason);
  tell({ kind: 'here' });
  const { settings, installation, rooms } = await begin;
  const log = pino({ level: settings.logLevel, base: { worker: worker.id } });
  try {
    const figures = askForAll((asked) => tell({ kind: 'all-figures?', asked }));
    const sockets = shareSockets(worker.id, rooms);
    const serving = await serve(settings, installation, log, {
      figures,
      beforeListening: async (app) => {
        tellOwnFigures(app.registry, tell);
        await sockets.open(app);
      },
    });
    tell({ kind: 'listens', url: serving.url });
    return {
      toldToStop,
      async stop(reason = 'the server is stopping') {
        await serving.stop(reason);
        sockets.close();
      },
    };
  } catch (error) {
    // The primary says it, once for all workers.
    tell({ kind: 'cannot-start', sentence: sentence(error), settings: wrongSettings(error) });
    return { toldToStop, stop: async () => undefined };
  }
}

function tell(message: ToPrimary): void {
  // A primary that is gone hears nothing; this process is about to end as well.
  if (process.connected) process.send!(message, undefined, undefined, () => undefined);
}

/** The first message of this kind. */
function heard<Kind extends ToWorker['kind']>(kind: Kind): Promise<Extract<ToWorker, { kind: Kind }>> {
  return new Promise((resolve) =>
    process.on('message', (message: ToWorker) => {
      if (message.kind === kind) resolve(message as Extract<ToWorker, { kind: Kind }>);
    }),
  );
}
