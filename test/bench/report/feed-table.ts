import { microsecondsPerUpdate, type Stretch } from '../feed/measure-stretch.js';
import { feedIsTrue, type FeedResult } from '../feed/run-feed.js';
import { feedServerNames, type FeedServerName } from '../feed/servers/start-feed-servers.js';
import { spreads, type Spread } from '../feed/spread.js';
import { fixed, median, table, times, whole } from './figures.js';
import { millionTable } from './million-table.js';

export function feedTables(result: FeedResult): string {
  return [
    '### Feed: processor time of the server per delivered update',
    costTable(result),
    'Medians over the rounds, ratios to the same round’s other server. Cores: 1.00 is one core busy all the time; unwatched: ' +
      'what the same changes cost ours while nobody watches, taken off before dividing; others: every other program on the machine.',
    watchersLine(result.stretches),
    '### Feed: resident memory of the server per watcher, KB',
    memoryTable(result),
    '### Feed: from the answer to an order until a watcher hears of it',
    lagTable(result),
    '### Feed: the same totals by HTTP',
    readsTable(result),
    '### What 1,000,000 viewers of one session cost',
    millionTable(result),
    feedIsTrue(result) ? 'Every watcher ended with the right total.' : 'SOME WATCHERS ENDED WITH A WRONG TOTAL.',
  ].join('\n\n');
}

export interface FeedCase {
  server: FeedServerName;
  spread: Spread;
  watchers: number;
}

export const stretchesOf = ({ stretches }: FeedResult, { server, spread, watchers }: FeedCase) =>
  stretches.filter((each) => each.server === server && each.spread === spread && each.watchers === watchers);

/** Numbers of watchers, as they were measured. */
export const watchersOf = ({ stretches }: FeedResult) => [...new Set(stretches.map(({ watchers }) => watchers))];

/** Of each round its own ratio, and of these the median. */
export function costRatio(result: FeedResult, given: FeedCase, against: FeedServerName): number {
  const others = stretchesOf(result, { ...given, server: against });
  const ratios = stretchesOf(result, given).map(
    (run, round) => microsecondsPerUpdate(run) / microsecondsPerUpdate(others[round]!),
  );
  return median(ratios);
}

function costTable(result: FeedResult): string {
  const head = ['watchers', 'topics', 'server', 'updates per s', 'bytes', 'µs per update', '÷ raw ws', '÷ Socket.IO'];
  const used = ['server', 'unwatched', 'PostgreSQL', 'watchers’', 'others', 'wrong'];
  const rows = watchersOf(result).flatMap((watchers) =>
    spreads.flatMap((spread) =>
      feedServerNames.map((server) => {
        const given = { server, spread, watchers };
        const runs = stretchesOf(result, given);
        const of = (figure: (run: Stretch) => number) => median(runs.map(figure));
        const ratio = (against: FeedServerName) =>
          server === against ? '–' : times(costRatio(result, given, against));
        return [
          whole(watchers),
          whole(spread === 'hot' ? 1 : result.topics),
          server,
          whole(of(({ heard, seconds }) => heard.updates / seconds)),
          whole(of(({ heard }) => heard.bytes / heard.updates)),
          fixed(of(microsecondsPerUpdate), 1),
          ratio('raw ws'),
          ratio('plain Socket.IO'),
          fixed(
            of(({ cores }) => cores.server),
            2,
          ),
          server === 'ours'
            ? fixed(
                of(({ unwatched }) => unwatched),
                3,
              )
            : '–',
          fixed(
            of(({ cores }) => cores.postgres),
            2,
          ),
          fixed(
            of(({ cores }) => cores.watchers),
            2,
          ),
          fixed(
            of(({ cores }) => cores.others),
            2,
          ),
          whole(runs.reduce((sum, { wrong }) => sum + wrong, 0)),
        ];
      }),
    ),
  );
  return table([...head, ...used], rows);
}

/** Above this share of a core, the watchers may be what limits. */
const coreShareMax = 0.8;

function watchersLine(stretches: readonly Stretch[]): string {
  const cores = Math.max(...stretches.map((run) => run.cores.watchers));
  return (
    `The process of the watchers used at most ${fixed(cores, 2)} of a core` +
    (cores < coreShareMax ? ', so it did not saturate first.' : ': IT MAY BE WHAT LIMITS.')
  );
}

function memoryTable(result: FeedResult): string {
  const rows = watchersOf(result).flatMap((watchers) =>
    feedServerNames.map((server) => {
      const runs = result.memory.filter((each) => each.server === server && each.watchers === watchers);
      return [
        whole(watchers),
        server,
        fixed(median(runs.map(({ connectedKb }) => connectedKb)), 1),
        fixed(median(runs.map(({ toldKb }) => toldKb)), 1),
      ];
    }),
  );
  return table(['watchers', 'server', 'connected', 'after being told'], rows);
}

function lagTable({ lags }: FeedResult): string {
  const of = (digits: number, figure: (run: FeedResult['lags'][number]) => number) =>
    fixed(median(lags.map(figure)), digits);
  const row = [
    whole(lags[0]!.watchers),
    whole(lags[0]!.perSecond),
    of(0, ({ lagMs }) => lagMs.p50),
    of(0, ({ lagMs }) => lagMs.p99),
    fixed(Math.max(...lags.map(({ lagMs }) => lagMs.max)), 0),
    of(1, ({ answerMs }) => answerMs.p50),
    of(1, ({ answerMs }) => answerMs.p99),
    of(2, ({ cores }) => cores.server),
    of(2, ({ cores }) => cores.postgres),
    of(2, ({ cores }) => cores.others),
    whole(lags.reduce((sum, { wrong }) => sum + wrong, 0)),
  ];
  const answered = ['answer p50 ms', 'answer p99 ms'];
  const head = [
    'watchers',
    'orders per s',
    'p50 ms',
    'p99 ms',
    'max ms',
    ...answered,
    'server',
    'PostgreSQL',
    'others',
  ];
  return table([...head, 'wrong'], [row]);
}

function readsTable({ reads }: FeedResult): string {
  const said = {
    '200': '200, nothing changes',
    '304': '304, nothing changes',
    '200 busy': '200, changes 5 times a second',
  };
  const rows = (['200', '304', '200 busy'] as const).map((kind) => {
    const runs = reads.filter((each) => each.kind === kind);
    const of = (figure: (run: FeedResult['reads'][number]) => number) => median(runs.map(figure));
    return [
      said[kind],
      whole(of(({ perSecond }) => perSecond)),
      fixed(
        of(({ microseconds }) => microseconds),
        0,
      ),
      whole(of(({ bytes }) => bytes)),
      fixed(
        of(({ cores }) => cores.server),
        2,
      ),
      fixed(
        of(({ cores }) => cores.postgres),
        2,
      ),
      fixed(
        of(({ cores }) => cores.others),
        2,
      ),
    ];
  });
  return table(['GET …/totals', 'per s', 'µs of the server', 'bytes', 'server', 'PostgreSQL', 'others'], rows);
}
