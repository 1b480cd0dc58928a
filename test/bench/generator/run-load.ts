import { connect, type Socket } from 'node:net';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { DeliveryList } from './delivery-list.js';
import { readAnswer, type Answer } from './read-answer.js';
import { kinds, leadOf, type Stream } from './streams.js';

export interface LoadNeeds {
  port: number;
  stream: Stream;
  deliveries: DeliveryList;
  connections: number;
  warmSeconds: number;
  seconds: number;
  /** Deliveries a second that become due, evenly; without it each connection sends as soon as it was answered. */
  perSecond?: number;
  /** Also tells every stretch of this length by itself. */
  windowSeconds?: number;
  /** Also tells when each delivery was answered. */
  noteAnswers?: boolean;
  onClock(event: 'clock-starts' | 'clock-stops'): void;
}

export interface Latency {
  p50: number;
  p99: number;
  max: number;
}

/** What was measured while the clock ran; `answered` alone counts everything from first to last. */
export interface LoadResult {
  seconds: number;
  /** Answered 200, per second. */
  rate: number;
  /** From sending, or from when it was due, to the answer. */
  latencyMs: Latency;
  windows: { answered: number; latencyMs: Latency }[];
  statuses: Record<string, number>;
  outcomes: Record<string, number>;
  brokenConnections: number;
  signedLate: number;
  /** Share of one core that the generator used. */
  generatorCores: number;
  /** How late the generator's own event loop was: what the latencies may hold too much. */
  loopLateMs: { p99: number; max: number };
  /** Deliveries answered 200 by kind, warm-up included: what must be in the books. */
  answered: Record<string, number>;
  /** When each of these was answered, in order, in ms of the machine's monotonic clock; only if asked for. */
  answeredAtMs: number[];
}

/** Sends a stream over keep-alive connections, one request in flight on each, until the time is over. */
export function runLoad(needs: LoadNeeds): Promise<LoadResult> {
  return new Promise((resolve, reject) => new Load(needs, resolve, reject).start());
}

/** How often the event loop is asked whether it is late. */
const loopAskedMs = 5;

/** More broken connections than this and there is no server to measure. */
const brokenMax = 1_000;

class Load {
  readonly #statuses: Record<string, number> = {};
  readonly #outcomes: Record<string, number> = {};
  readonly #answered: Record<string, number> = {};
  readonly #answeredAtMs: number[] = [];
  /** One list for each window. */
  readonly #latencies: number[][] = [];
  readonly #loop = monitorEventLoopDelay({ resolution: loopAskedMs });
  #next = 0;
  #open = 0;
  #broken = 0;
  #clock: 'before' | 'running' | 'after' = 'before';
  #warmUntil = 0;
  #firstDue = 0;
  #startedAt = 0;
  #cpu = process.cpuUsage();
  #measured = { seconds: 0, cores: 0 };

  constructor(
    private readonly needs: LoadNeeds,
    private readonly resolve: (result: LoadResult) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  start(): void {
    this.#firstDue = performance.now();
    this.#warmUntil = this.#firstDue + this.needs.warmSeconds * 1_000;
    for (let number = 0; number < this.needs.connections; number += 1) this.#connect();
  }

  #connect(): void {
    const socket = connect({ host: '127.0.0.1', port: this.needs.port, noDelay: true });
    const requests = this.needs.deliveries.templates.map((template) => Buffer.from(template.request));
    this.#open += 1;
    let kind = 0;
    let sentAt = 0;
    let partial: Buffer | undefined;
    const send = (place: number, since: number) => {
      if (this.#clock === 'after') return void socket.end();
      kind = this.needs.deliveries.writeInto(requests, place);
      sentAt = since;
      socket.write(requests[kind]!);
    };
    const sendNext = (now: number) => {
      const place = this.#next++;
      const due = this.#dueAt(place) ?? now;
      if (due <= now) send(place, due);
      else setTimeout(send, due - now, place, due);
    };
    socket.once('connect', () => sendNext(performance.now()));
    socket.on('data', (chunk) => {
      const bytes = partial ? Buffer.concat([partial, chunk]) : chunk;
      const answer = this.#read(socket, bytes);
      partial = answer ? undefined : bytes;
      if (!answer) return;
      const now = performance.now();
      this.#note(kinds[kind]!, answer, now - sentAt, now);
      sendNext(now);
    });
    socket.on('error', (error) => {
      this.#broken += 1;
      if (this.#broken > brokenMax) this.reject(error);
    });
    socket.on('close', () => {
      this.#open -= 1;
      if (this.#clock !== 'after') this.#connect();
      else if (this.#open === 0) this.#finish();
    });
  }

  #dueAt(place: number): number | undefined {
    const { perSecond } = this.needs;
    return perSecond && this.#firstDue + (place * 1_000) / perSecond;
  }

  #read(socket: Socket, bytes: Buffer): Answer | undefined {
    try {
      const answer = readAnswer(bytes);
      // The request is patched in place for the next delivery: it must have left us before it was answered.
      if (answer && socket.writableLength > 0) throw new Error('A request was answered before it was sent.');
      return answer;
    } catch (error) {
      this.reject(error as Error);
      socket.destroy();
      return undefined;
    }
  }

  #note(kind: string, { status, body }: Answer, latencyMs: number, now: number): void {
    if (status === 200) {
      count(this.#answered, kind);
      if (this.needs.noteAnswers) this.#answeredAtMs.push(Number(process.hrtime.bigint()) / 1e6);
    }
    if (this.#clock === 'running') {
      count(this.#statuses, String(status));
      count(this.#outcomes, body.slice(0, 60));
      (this.#latencies[this.#windowAt(now)] ??= []).push(latencyMs);
      if (now - this.#startedAt >= this.needs.seconds * 1_000) this.#stopClock(now);
    } else if (this.#clock === 'before' && now >= this.#warmUntil && this.#next >= this.#lead) this.#startClock(now);
  }

  #windowAt(now: number): number {
    const { seconds, windowSeconds = seconds } = this.needs;
    const last = Math.max(0, Math.ceil(seconds / windowSeconds) - 1);
    return Math.min(last, Math.floor((now - this.#startedAt) / 1_000 / windowSeconds));
  }

  get #lead(): number {
    return leadOf[this.needs.stream] + this.needs.connections;
  }

  #startClock(now: number): void {
    this.#clock = 'running';
    this.#startedAt = now;
    this.#cpu = process.cpuUsage();
    this.#loop.enable();
    this.needs.onClock('clock-starts');
  }

  #stopClock(now: number): void {
    this.#clock = 'after';
    this.#loop.disable();
    const used = process.cpuUsage(this.#cpu);
    const seconds = (now - this.#startedAt) / 1_000;
    this.#measured = { seconds, cores: (used.user + used.system) / 1e6 / seconds };
    this.needs.onClock('clock-stops');
  }

  #finish(): void {
    const { seconds, cores } = this.#measured;
    const windows = Array.from(this.#latencies, (list = []) => list);
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - loopAskedMs);
    this.resolve({
      seconds,
      rate: (this.#statuses['200'] ?? 0) / seconds,
      latencyMs: latencyOf(windows.flat()),
      windows: windows.map((list) => ({ answered: list.length, latencyMs: latencyOf(list) })),
      statuses: this.#statuses,
      outcomes: this.#outcomes,
      brokenConnections: this.#broken,
      signedLate: this.needs.deliveries.signedLate,
      generatorCores: cores,
      loopLateMs: { p99: late(this.#loop.percentile(99)), max: late(this.#loop.max) },
      answered: this.#answered,
      answeredAtMs: this.#answeredAtMs,
    });
  }
}

/** Percentiles of some times. */
export function latencyOf(list: readonly number[]): Latency {
  const sorted = Float64Array.from(list).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
