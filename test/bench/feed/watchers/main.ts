// A crowd of watchers: a process of its own, so that what it costs is told apart from what the server costs.
import { answerWith } from '../ask.js';
import { Watcher, type Dialect, type Heard } from './watcher.js';

/** What a crowd can be asked for. */
export type CrowdQuestions = {
  come: { needs: { watchers: number; port: number; dialect: Dialect; topic: string }; answer: null };
  /** Each watcher also watches one of these, the topics dealt out like cards. */
  'watch-too': { needs: { topics: string[] }; answer: null };
  tell: { needs: null; answer: Heard };
  look: { needs: null; answer: { seqs: number[]; closely: Seen[] } };
  leave: { needs: null; answer: null };
};

/** What a watcher that looks closely has seen since it was last asked. */
export interface Seen {
  /** Its place in the crowd. */
  watcher: number;
  /** When an update came, in ms of the machine's monotonic clock, and how many orders it counted. */
  updates: { atMs: number; orders: number }[];
  /** The newest `totals` and `gifts` as they came. */
  last: string | undefined;
  gifts: string | undefined;
}

/** So many look closely, spread evenly from the first to the last that came. */
const lookingCloselyMax = 20;
/** Newcomers at a time: a crowd, not a flood. */
const comingAtOnce = 64;
/** No address of this machine has more. */
const watchersPerAddress = 200;

const nothing = (): Heard => ({ updates: 0, frames: 0, bytes: 0, pings: 0, notGrowing: 0, lost: 0 });
let heard = nothing();
let watchers: Watcher[] = [];
let closely: Seen[] = [];

answerWith<CrowdQuestions>({
  async come({ watchers: count, port, dialect, topic }) {
    heard = nothing();
    const every = Math.max(1, Math.ceil(count / lookingCloselyMax));
    await several(count, async (at) => {
      const onEvent = at % every === 0 ? lookClosely(at) : undefined;
      watchers[at] = new Watcher({ port, localAddress: addressOf(at), dialect, heard, onEvent });
      await watchers[at].watch(topic);
    });
    return null;
  },
  async 'watch-too'({ topics }) {
    closely.forEach((seen) => (seen.last = undefined));
    await several(watchers.length, (at) => watchers[at]!.watch(topics[at % topics.length]!));
    return null;
  },
  tell: async () => heard,
  async look() {
    const seen = closely.map((each) => ({ ...each, updates: each.updates.splice(0) }));
    return { seqs: watchers.map(({ seq }) => seq), closely: seen };
  },
  async leave() {
    watchers.forEach((watcher) => watcher.leave());
    [watchers, closely] = [[], []];
    return null;
  },
});

function addressOf(at: number): string {
  const place = Math.floor(at / watchersPerAddress);
  return `127.0.${1 + Math.floor(place / 200)}.${1 + (place % 200)}`;
}

function lookClosely(watcher: number): (text: string) => void {
  const seen: Seen = { watcher, updates: [], last: undefined, gifts: undefined };
  closely.push(seen);
  return (text) => {
    if (!text.includes('["totals"')) return void (seen.gifts = text);
    const atMs = Number(process.hrtime.bigint()) / 1e6;
    const [, { totals }] = JSON.parse(text.slice(text.indexOf('['))) as [string, { totals: { orders: number }[] }];
    seen.last = text;
    seen.updates.push({ atMs, orders: totals[0]?.orders ?? 0 });
  };
}

/** Does something for each number below `count`, in order, a few at a time. */
async function several(count: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < count; at = next++) await work(at);
  };
  await Promise.all(Array.from({ length: Math.min(count, comingAtOnce) }, worker));
}
