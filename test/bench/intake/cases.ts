import type { Stream } from '../generator/streams.js';
import type { ServerName } from '../servers/start-servers.js';
import type { Size } from './bodies.js';

/** One line of the table: a stream of deliveries of one size, sent to one server. */
export interface IntakeCase {
  name: string;
  server: ServerName;
  stream: Stream;
  size: Size;
  /** Deliveries a second to sign in advance: more than the fastest server answers. */
  preparedPerSecond: number;
}

const prepared = { '5 KB': 6_000, '10 KB': 5_000, '100 KB': 1_200 };

const intakeCase = (server: ServerName, stream: Stream, size: Size): IntakeCase => ({
  name: `${stream} ${size}`,
  server,
  stream,
  size,
  preparedPerSecond: prepared[size],
});

/** In the order they run in each round: those that are compared stand next to each other. */
export const intakeCases: readonly IntakeCase[] = [
  intakeCase('ceiling', 'new', '10 KB'),
  intakeCase('naive', 'new', '10 KB'),
  intakeCase('ours', 'new', '10 KB'),
  intakeCase('ours', 'duplicates', '10 KB'),
  intakeCase('ceiling', 'mixed', '10 KB'),
  intakeCase('ours', 'mixed', '10 KB'),
  intakeCase('ceiling', 'new', '5 KB'),
  intakeCase('ours', 'new', '5 KB'),
  intakeCase('ceiling', 'new', '100 KB'),
  intakeCase('ours', 'new', '100 KB'),
];

/** The case a case is held against: the same deliveries; duplicates are for the ceiling orders like any other. */
export function baselineOf({ server, stream, size }: IntakeCase, against: 'ceiling' | 'naive'): IntakeCase | undefined {
  if (server !== 'ours') return undefined;
  const same = stream === 'duplicates' ? 'new' : stream;
  return intakeCases.find((each) => each.server === against && each.stream === same && each.size === size);
}
