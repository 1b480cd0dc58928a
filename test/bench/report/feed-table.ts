import { readKinds, type ReadsRun } from '../feed/http/measure-reads.js';
import type { LagRun } from '../feed/measure-lag.js';
import type { Stretch } from '../feed/measure-stretch.js';
import { feedIsTrue, type FeedResult } from '../feed/run-feed.js';
import { feedServerNames, type FeedServerName } from '../feed/servers/start-feed-servers.js';
import { spreads } from '../feed/spread.js';
import { costOfTelling, costRatio, costsOf, heartbeatOf, stretchesOf, watchersOf } from './feed-figures.js';
import { fixed, median, table, times, whole } from './figures.js';
import { millionTable } from './million-table.js';

export function feedTables(result: FeedResult): string {
  return [
    '### Feed: processor time of the server per delivered update',
    costTable(result),
    'Medians over the rounds, ratios to the other server in the same round. Cores: 1.00 is one core busy all the time; unwatched: ' +
      'what the same changes cost ours while nobody watches; it and heartbeats are taken off before dividing; others: every other program.',
    ...tellingLine(result),
    watchersLine(result.stretches),
    '### Feed: what a watcher costs who hears nothing: resident memory of the server, KB, and heartbeats',
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

const rounded = (figure: number, digits: number) => (digits === 0 ? whole(figure) : fixed(figure, digits));

function costTable(result: FeedResult): string {
  const head = ['watchers', 'topics', 'server', 'updates per s', 'bytes', 'µs per update', '÷ raw ws', '÷ Socket.IO'];
  const used = ['server', 'unwatched', 'PostgreSQL', "watchers'", 'others', 'wrong'];
  const rows = watchersOf(result).flatMap((watchers) =>
    spreads.flatMap((spread) =>
      feedServerNames.map((server) => {
        const given = { server, spread, watchers };
        const runs = stretchesOf(result, given);
        const of = (digits: number, figure: (run: Stretch) => number) => rounded(median(runs.map(figure)), digits);
        const ratio = (against: FeedServerName) =>
          server === against ? '–' : times(costRatio(result, given, against));
        return [
          whole(watchers),
          whole(spread === 'hot' ? 1 : result.topics),
          server,
          of(0, ({ heard, seconds }) => heard.updates / seconds),
          of(0, ({ heard }) => heard.bytes / heard.updates),
          fixed(median(costsOf(result, given)), 1),
          ratio('raw ws'),
          ratio('plain Socket.IO'),
          of(2, ({ cores }) => cores.server),
          server === 'ours' ? of(3, ({ unwatched }) => unwatched) : '–',
          of(2, ({ cores }) => cores.postgres),
          of(2, ({ cores }) => cores.watchers),
          of(2, ({ cores }) => cores.others),
          whole(runs.reduce((sum, { wrong }) => sum + wrong, 0)),
        ];
      }),
    ),
  );
  return table([...head, ...used], rows);
}

function tellingLine(result: FeedResult): string[] {
  const costs = feedServerNames.flatMap((server) => {
    const cost = costOfTelling(result, server);
    return cost ? [`${server} ${fixed(cost.once, 0)} + ${fixed(cost.each, 1)} µs`] : [];
  });
  if (costs.length === 0) return [];
  return [
    `A change of one of the ${whole(result.topics)} topics, once + for each who hears it, from the smallest and the largest ` +
      `number of watchers: ${costs.join(', ')}.`,
  ];
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
        server === 'raw ws' ? '–' : fixed(heartbeatOf(result, server), 1),
      ];
    }),
  );
  return table(['watchers', 'server', 'connected', 'after being told', 'µs a heartbeat'], rows);
}

function lagTable({ lags }: FeedResult): string {
  const of = (digits: number, figure: (run: LagRun) => number) => rounded(median(lags.map(figure)), digits);
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
  const rows = readKinds.map((kind) => {
    const runs = reads.filter((each) => each.kind === kind);
    const of = (digits: number, figure: (run: ReadsRun) => number) => rounded(median(runs.map(figure)), digits);
    return [
      said[kind],
      of(0, ({ perSecond }) => perSecond),
      of(0, ({ microseconds }) => microseconds),
      of(0, ({ bytes }) => bytes),
      of(2, ({ cores }) => cores.server),
      of(2, ({ cores }) => cores.postgres),
      of(2, ({ cores }) => cores.others),
    ];
  });
  return table(['GET …/totals', 'per s', 'µs of the server', 'bytes', 'server', 'PostgreSQL', 'others'], rows);
}
