import type { Machine } from '../machine/describe-machine.js';
import type { ProfileResult } from '../profile/profile-servers.js';
import { aimsTable, type Results } from './aims-table.js';
import { feedTables } from './feed-table.js';
import { historyTables } from './history-table.js';
import { intakeTables } from './intake-table.js';
import { postingTable } from './posting-table.js';
import { profileTables } from './profile-tables.js';
import { soakTables } from './soak-table.js';

/** What the figures were measured under. */
export interface Conditions {
  date: string;
  machine: Machine;
  postgres: { version: string; fileSystem: string; settings: Record<string, string> };
  seconds: number;
  rounds: number;
  connections: number;
}

/** Everything measured, as markdown. */
export function report(conditions: Conditions, results: Results, profile: ProfileResult | undefined): string {
  const { intake, posting, history, feed, soak } = results;
  return [
    ...(intake ? [intakeTables(intake)] : []),
    ...(posting ? [postingTable(posting)] : []),
    ...(history ? [historyTables(history)] : []),
    ...(feed ? [feedTables(feed)] : []),
    ...(soak ? [soakTables(soak)] : []),
    profile ? profileTables(profile) : aimsTable(results),
    conditionsLine(conditions),
  ].join('\n\n');
}

function conditionsLine({ date, machine, postgres, seconds, rounds, connections }: Conditions): string {
  const settings = Object.entries(postgres.settings).map(([name, value]) => `${name} ${value}`);
  return (
    `Conditions: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Linux ${machine.kernel}, ` +
    `Node ${machine.node}, PostgreSQL ${postgres.version} on ${postgres.fileSystem} (${settings.join(', ')}), commit ` +
    `${machine.commit}, ${connections} connections, ${rounds} round(s) of ${seconds} s, ${date.slice(0, 16)}Z.`
  );
}
