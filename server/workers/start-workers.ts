import cluster, { type Worker } from 'node:cluster';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import { SettingsError, type Settings } from '../config.js';
import { openInstallation, type Installation, type OpenInstallation } from '../installation.js';
import { assertPortFree } from '../listen.js';
import { GivingUp } from '../run.js';
import { databaseEnds, type RunningServer } from '../start.js';
import { figuresOf } from './figures.js';
import type { ToPrimary, ToWorker } from './messages.js';
import { restartPolicy, type RestartPolicy } from './restarts.js';

/** A worker that does not stop in this time is ended, so that the database still has time to stop in order. */
const stopMsMax = 5_000;

/**
 * Starts the installation and, in place of one server, `settings.workers` processes that serve it on one port. The
 * primary itself answers nothing: it hands out connections, restarts workers that die and stops them in order.
 *
 * @throws {SettingsError | DatabaseStartError} when a setting or folder cannot be used; nothing is left running
 */
export async function startWorkers(settings: Settings): Promise<RunningServer> {
  const log = pino({ level: settings.logLevel, base: null });
  await assertPortFree(settings);
  const opened = await openInstallation(settings, log);
  // Only this user may enter: behind the doors in it stand the workers.
  const rooms = mkdtempSync(path.join(tmpdir(), 'kindcast-'));
  const crew = new Crew({ settings, installation: opened.installation, rooms }, log);
  const stop = async (reason: string) => {
    await crew.stop(reason);
    rmSync(rooms, { recursive: true, force: true });
    await opened.stop();
  };
  try {
    const url = await Promise.race([crew.allListen, crew.failed.then(refuse), databaseEnds(opened).then(refuse)]);
    return serverOf(url, opened, crew, stop);
  } catch (error) {
    await stop('the server could not start');
    throw error;
  }
}

function serverOf(
  url: string,
  opened: OpenInstallation,
  crew: Crew,
  stop: (reason: string) => Promise<void>,
): RunningServer {
  const { made } = opened.installation.operatorKey;
  return {
    url,
    ...(made && { madeOperatorKey: made }),
    failed: Promise.race([databaseEnds(opened), crew.failed]),
    stop: (reason = 'the server is stopping') => stop(reason),
  };
}

const refuse = (error: Error): never => {
  throw error;
};

interface CrewNeeds {
  settings: Settings;
  installation: Installation;
  rooms: string;
}

/** The workers. Each is starting → listening → ending; one that ends unasked is replaced. */
class Crew {
  readonly allListen: Promise<string>;
  /** The crew cannot go on. */
  readonly failed: Promise<Error>;
  readonly #listening = new Set<number>();
  readonly #stopping = new AbortController();
  readonly #needs: CrewNeeds;
  readonly #log: Logger;
  #resolveAllListen!: (url: string) => void;
  #resolveFailed!: (error: Error) => void;

  constructor(needs: CrewNeeds, log: Logger) {
    this.#needs = needs;
    this.#log = log;
    this.allListen = new Promise((resolve) => (this.#resolveAllListen = resolve));
    this.failed = new Promise((resolve) => (this.#resolveFailed = resolve));
    // 'advanced' carries bytes as bytes.
    cluster.setupPrimary({ serialization: 'advanced' });
    for (let started = 0; started < needs.settings.workers; started += 1) this.#startOne(restartPolicy());
  }

  async stop(reason: string): Promise<void> {
    this.#stopping.abort();
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const late = setTimeout(() => workers.forEach((worker) => worker.process.kill('SIGKILL')), stopMsMax);
    await Promise.all(workers.map((worker) => this.#stopOne(worker, reason)));
    clearTimeout(late);
  }

  async #stopOne(worker: Worker, reason: string): Promise<void> {
    const { exitCode, signalCode } = worker.process;
    if (exitCode !== null || signalCode !== null) return;
    const ended = new Promise((resolve) => worker.process.once('exit', resolve));
    tell(worker, { kind: 'stop', reason });
    await ended;
  }

  #startOne(restarts: RestartPolicy): void {
    const worker = cluster.fork();
    const since = performance.now();
    worker.on('message', (message: ToPrimary) => this.#hear(worker, message));
    worker.on('error', (error) => this.#log.warn({ err: error, worker: worker.id }, 'a worker cannot be reached'));
    worker.once('exit', (code, signal) => {
      this.#listening.delete(worker.id);
      if (this.#stopping.signal.aborted) return;
      this.#log.error({ worker: worker.id, code, signal }, 'a worker has died');
      void this.#replace(restarts, performance.now() - since);
    });
  }

  async #replace(restarts: RestartPolicy, livedMs: number): Promise<void> {
    const waitMs = restarts.afterDeath(livedMs);
    if (waitMs === undefined)
      return this.#resolveFailed(new GivingUp('Workers die again and again soon after their start; giving up.'));
    await sleep(waitMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    if (!this.#stopping.signal.aborted) this.#startOne(restarts);
  }

  #hear(worker: Worker, message: ToPrimary): void {
    switch (message.kind) {
      case 'here':
        return tell(worker, { kind: 'begin', ...this.#needs });
      case 'listens':
        this.#listening.add(worker.id);
        if (this.#listening.size === this.#needs.settings.workers) this.#resolveAllListen(message.url);
        return;
      case 'cannot-start':
        // Where others listen already, this is a death like any other: tried again, ever later.
        if (this.#listening.size > 0) return void worker.process.kill('SIGKILL');
        return this.#resolveFailed(new (message.settings ? SettingsError : GivingUp)(message.sentence));
      case 'all-figures?':
        void figuresOf([...this.#listening]).then((text) =>
          tell(worker, { kind: 'all-figures', asked: message.asked, text }),
        );
    }
  }
}

function tell(worker: Worker, message: ToWorker): void {
  // One that is gone hears nothing, and its 'exit' is heard here.
  if (worker.isConnected()) worker.send(message, () => undefined);
}
