/**
 * What PostgreSQL's error codes mean for the caller (https://www.postgresql.org/docs/18/errcodes-appendix.html):
 * - try-again: somebody else was in the way; the same transaction may go through at once
 * - raced: the row is there already; a second look finds it, but if it fails again the data itself is at fault
 * - away: the database cannot do its work now, whatever is asked of it
 * - refused: this very data cannot be stored
 */
export type DatabaseTrouble = 'try-again' | 'raced' | 'away' | 'refused';

const tryAgain = new Set([
  '40001', // serialization_failure: somebody else was first
  '40P01', // deadlock_detected: one of the two has to give way
  '55P03', // lock_not_available: lock_timeout
]);

const uniqueViolation = '23505';

/** Whole classes: connection trouble, resources, operator, system, and a schema that is not the one we know. */
const awayClasses = ['08', '42', '53', '57', '58', 'F0', 'XX'];

const away = new Set([
  '25006', // read_only_sql_transaction: connected to a standby
  '28P01', // invalid_password
  '55000', // object_not_in_prerequisite_state: the database accepts no connections just now
  '3D000', // invalid_catalog_name: the database is gone
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
]);

/** Classifies an error of pg or knex. An error without any code is a lost connection (pg throws those as plain errors). */
export function troubleOf(error: unknown): DatabaseTrouble | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') {
    if (tryAgain.has(code)) return 'try-again';
    if (code === uniqueViolation) return 'raced';
    if (away.has(code) || awayClasses.includes(code.slice(0, 2))) return 'away';
    return /^[0-9A-Z]{5}$/.test(code) ? 'refused' : undefined;
  }
  const message = error instanceof Error ? error.message : '';
  return /connection|timeout exceeded|client has encountered|pool is draining|Cannot use a pool/i.test(message)
    ? 'away'
    : undefined;
}
