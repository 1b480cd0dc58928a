import type { Stream } from '../generator/streams.js';
import type { OurName, PlainName, ServerName } from '../servers/start-servers.js';
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

/** Twice what the ceiling answered where this was written; see docs/performance.md. */
const prepared = { '5 KB': 12_000, '10 KB': 9_000, '100 KB': 1_800 };

export const intakeCase = (server: ServerName, stream: Stream, size: Size): IntakeCase => ({
  name: `${stream} ${size}`,
  server,
  stream,
  size,
  preparedPerSecond: prepared[size],
});

/**
 * In the order they run in each round: those that are compared stand next to each other.
 *
 * @param workers more than one adds ours with so many processes beside ours with one
 */
export function intakeCases(workers = 1): IntakeCase[] {
  const several = (stream: Stream, size: Size) => (workers === 1 ? [] : [intakeCase(`ours x${workers}`, stream, size)]);
  return [
    intakeCase('ceiling', 'new', '10 KB'),
    intakeCase('naive', 'new', '10 KB'),
    intakeCase('naive, lock last', 'new', '10 KB'),
    intakeCase('ours', 'new', '10 KB'),
    ...several('new', '10 KB'),
    intakeCase('ours', 'duplicates', '10 KB'),
    ...several('duplicates', '10 KB'),
    intakeCase('ceiling', 'mixed', '10 KB'),
    intakeCase('ours', 'mixed', '10 KB'),
    ...several('mixed', '10 KB'),
    intakeCase('ceiling', 'new', '5 KB'),
    intakeCase('ours', 'new', '5 KB'),
    intakeCase('ceiling', 'new', '100 KB'),
    intakeCase('ours', 'new', '100 KB'),
  ];
}

/** Whether a case is the one another is held against: the same deliveries; a duplicate is for plain servers an order like any other. */
export function isBaselineOf(baseline: IntakeCase, { server, stream, size }: IntakeCase, against: PlainName): boolean {
  const same = stream === 'duplicates' ? 'new' : stream;
  return isOurs(server) && baseline.server === against && baseline.stream === same && baseline.size === size;
}

export const isOurs = (server: ServerName): server is OurName => server.startsWith('ours');
