import type { ProfileResult, ServerProfile } from '../profile/profile-servers.js';
import type { Share } from '../profile/where-time-goes.js';
import { fixed, table, whole } from './figures.js';

const shown = 25;

export function profileTables(profile: ProfileResult): string {
  const { ours, ceiling, inside } = profile;
  return [
    `### Profile: ${ours.name}`,
    usedLine(ours),
    `${fixed(inside.batchOrders / inside.batches, 1)} deliveries a batch, ` +
      `${fixed((1_000 * inside.commitSeconds) / inside.batches, 1)} ms a batch.`,
    `Beside it, ${ceiling.name}: ${usedLine(ceiling)}`,
    belongingTable(ours, ceiling),
    shareTable('self time', ours, ours.self),
    shareTable('function of ours with all it calls', ours, ours.inclusive),
    statementTable(profile),
  ].join('\n\n');
}

const answered = ({ measured }: ServerProfile) => measured.rate * measured.seconds;
const timeOf = (server: ServerProfile) => server.belongings.reduce((sum, { us }) => sum + us, 0);

function usedLine({ measured: { rate, cores, latencyMs } }: ServerProfile): string {
  const used = (['server', 'postgres', 'generator', 'others'] as const).map((who) => `${who} ${fixed(cores[who], 2)}`);
  return `${whole(rate)}/s under the profiler, p99 ${fixed(latencyMs.p99, 1)} ms, cores: ${used.join(', ')}.`;
}

function belongingTable(ours: ServerProfile, ceiling: ServerProfile): string {
  const names = [...new Set([...ours.belongings, ...ceiling.belongings].map(({ name }) => name))];
  const us = (server: ServerProfile, name: string) => server.belongings.find((each) => each.name === name)?.us ?? 0;
  return table(
    ['main thread', 'ours %', 'ours µs per delivery', 'ceiling µs per delivery'],
    names.map((name) => [
      name,
      fixed((100 * us(ours, name)) / timeOf(ours), 1),
      fixed(us(ours, name) / answered(ours), 1),
      fixed(us(ceiling, name) / answered(ceiling), 1),
    ]),
  );
}

function shareTable(what: string, server: ServerProfile, list: readonly Share[]): string {
  return table(
    [what, '% of time', 'µs per delivery'],
    list
      .slice(0, shown)
      .map(({ name, us }) => [name, fixed((100 * us) / timeOf(server), 1), fixed(us / answered(server), 1)]),
  );
}

function statementTable({ database, inside }: ProfileResult): string {
  const deliveries = inside.batchOrders;
  const rows = database.statements
    .filter(({ ms }) => ms >= 1)
    .map(({ query, calls, ms, walBytes }) => [
      query.slice(0, 90).replaceAll('|', '\\|'),
      whole(calls),
      fixed(ms / calls, 2),
      fixed((1_000 * ms) / deliveries, 1),
      whole(walBytes / deliveries),
    ]);
  const all = database.statements.reduce((sum, { ms }) => sum + ms, 0);
  const { count, ms, method } = database.walSyncs;
  return [
    table(['statement (warm-up included)', 'calls', 'ms per call', 'µs per delivery', 'WAL bytes per delivery'], rows),
    `All statements: ${fixed((1_000 * all) / deliveries, 1)} µs per delivery, ${fixed(all / inside.batches, 2)} ms per ` +
      `batch. Write-ahead log: ${whole(count)} syncs (${method}), ${fixed(ms / Math.max(1, count), 2)} ms each.`,
  ].join('\n\n');
}
