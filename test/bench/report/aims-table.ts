import type { FeedResult } from '../feed/run-feed.js';
import { refusedIn, ratioTo } from './intake-table.js';
import type { HistoryResult } from '../history/run-history.js';
import type { IntakeResult } from '../intake/run-intake.js';
import type { PostingResult } from '../posting/run-posting.js';
import type { SoakResult } from '../soak/run-soak.js';
import { spreads } from '../feed/spread.js';
import { costRatio, memoryOf, watchersOf } from './feed-figures.js';
import { fixed, median, table, times, whole } from './figures.js';
import { fullToEmpty } from './history-table.js';
import { isFlat } from './soak-table.js';

export interface Results {
  intake?: IntakeResult | undefined;
  posting?: PostingResult | undefined;
  history?: HistoryResult | undefined;
  feed?: FeedResult | undefined;
  soak?: SoakResult | undefined;
}

interface Aim {
  what: string;
  aim: string;
  measured: string;
  met: boolean;
}

/** What the project wants to reach, beside what was measured; only of benches that ran. */
export function aimsTable(results: Results): string {
  const { intake, posting, history, feed, soak } = results;
  const aims = [
    ...(intake ? aimsOfIntake(intake) : []),
    ...(posting ? [aimOfPosting(posting)] : []),
    ...(history ? aimsOfHistory(history) : []),
    ...(feed ? aimsOfFeed(feed) : []),
    ...(soak
      ? [{ what: 'memory over the soak', aim: 'flat', measured: isFlat(soak) ? 'flat' : 'grows', met: isFlat(soak) }]
      : []),
  ];
  return [
    '### Aims',
    table(
      ['', 'aim', 'measured', ''],
      aims.map(({ what, aim, measured, met }) => [what, aim, measured, met ? 'met' : 'missed']),
    ),
  ].join('\n\n');
}

function aimsOfIntake(intake: IntakeResult): Aim[] {
  return intake.cases.flatMap(({ case: { name, server }, runs }, at) => {
    if (!server.startsWith('ours') || !name.endsWith(' 10 KB')) return [];
    const [what, stream] = [`${name}, ${server}`, name.split(' ')[0]!];
    const ratio = (against: 'ceiling' | 'naive', least: number) => {
      const measured = ratioTo(intake, at, against);
      if (Number.isNaN(measured)) return [];
      return [{ what, aim: `${least} × ${against}`, measured: times(measured), met: measured >= least }];
    };
    const p99 = median(runs.map((run) => run.latencyMs.p99));
    const refused = runs.reduce((sum, run) => sum + refusedIn(run), 0);
    return [
      ...ratio('ceiling', { new: 0.9, duplicates: 0.95, mixed: 0.8 }[stream]!),
      ...(stream === 'new' ? ratio('naive', 8) : []),
      ...(stream === 'new'
        ? [{ what, aim: 'p99 100 ms', measured: `${fixed(p99, 1)} ms`, met: p99 <= 100 && refused === 0 }]
        : []),
    ];
  });
}

function aimOfPosting(posting: PostingResult): Aim {
  const best = Math.max(...posting.writers.map(({ runs }) => median(runs.map((run) => run.rate))));
  return { what: 'posting', aim: '10,000/s', measured: `${whole(best)}/s`, met: best >= 10_000 };
}

function aimsOfHistory(history: HistoryResult): Aim[] {
  const { checks, bytes, orders } = history;
  const ratio = fullToEmpty(history);
  const more = checks.serverMb.peak - checks.serverMb.idle;
  const perOrder = bytes.reduce((sum, { together }) => sum + together, 0) / orders;
  const on = `with ${whole(orders)} orders`;
  return [
    { what: `new 10 KB ${on}`, aim: '0.9 × empty', measured: times(ratio), met: ratio >= 0.9 },
    { what: `all checks ${on}`, aim: '60 s', measured: `${fixed(checks.seconds, 1)} s`, met: checks.seconds <= 60 },
    { what: `memory of the checks`, aim: '300 MB', measured: `${whole(more)} MB`, met: more <= 300 },
    { what: 'bytes on disk per order', aim: '1,536', measured: whole(perOrder), met: perOrder <= 1_536 },
  ];
}

function aimsOfFeed(feed: FeedResult): Aim[] {
  const watchers = Math.max(...watchersOf(feed));
  const kb = memoryOf(feed, { server: 'ours', watchers });
  const lag = feed.lags[0]!;
  const p99 = median(feed.lags.map(({ lagMs }) => lagMs.p99));
  return [
    ...watchersOf(feed).flatMap((each) =>
      spreads.map((spread) => {
        const ratio = costRatio(feed, { server: 'ours', spread, watchers: each }, 'raw ws');
        const topics = spread === 'hot' ? 'one topic' : `${whole(feed.topics)} topics`;
        const what = `an update, ${whole(each)} watchers on ${topics}`;
        return { what, aim: '1.25 × raw ws', measured: times(ratio), met: ratio <= 1.25 };
      }),
    ),
    { what: `memory of ${whole(watchers)} watchers`, aim: '20 KB each', measured: `${fixed(kb, 1)} KB`, met: kb <= 20 },
    {
      what: `${whole(lag.perSecond)} orders/s, ${whole(lag.watchers)} watchers`,
      aim: 'p99 300 ms',
      measured: `${fixed(p99, 0)} ms`,
      met: p99 <= 300,
    },
  ];
}
