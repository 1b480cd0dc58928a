/**
 * What PostgreSQL's error codes mean for the caller (https://www.postgresql.org/docs/18/errcodes-appendix.html):
 * - try-again: somebody else was in the way; the same transaction may go through at once
 * - raced: the row is there already; a second look finds it, but if it fails again the data itself is at fault
 * - away: the database cannot do its work now, whatever is asked of it; the sender has to come back later
 * - refused: this very data cannot be stored
 *
 * What is missing here counts as `refused`, and on the hot path that makes a dead letter of somebody's order. So whatever
 * may pass by itself must be here.
 */
export type DatabaseTrouble = 'try-again' | 'raced' | 'away' | 'refused';

const byCode: Readonly<Record<string, DatabaseTrouble>> = {
  '40001': 'try-again', // serialization_failure: somebody else was first
  '40P01': 'try-again', // deadlock_detected: one of the two had to give way, and it was us
  '55P03': 'try-again', // lock_not_available: lock_timeout; whoever holds it may be done by now
  '25P03': 'try-again', // idle_in_transaction_session_timeout: we slept in the middle of it; nothing of it was kept

  '23505': 'raced', // unique_violation

  '0A000': 'away', // feature_not_supported: "cached plan must not change result type", after a migration beside us
  '25006': 'away', // read_only_sql_transaction: connected to a standby
  '25P04': 'away', // transaction_timeout (PostgreSQL 17): too slow just now
  '26000': 'away', // invalid_sql_statement_name: a pooler gave us somebody else's connection
  '3D000': 'away', // invalid_catalog_name: the database is gone
  '40003': 'away', // statement_completion_unknown: whoever sends it again hears whether it was counted
  '55000': 'away', // object_not_in_prerequisite_state: the database accepts no connections just now

  ECONNREFUSED: 'away', // nobody listens there
  ECONNRESET: 'away', // cut in the middle
  EPIPE: 'away', // cut before we wrote
  ETIMEDOUT: 'away', // no word for too long
  ENOTFOUND: 'away', // its name is not known just now
  EAI_AGAIN: 'away', // whoever knows names is away
  EHOSTUNREACH: 'away', // no way there
  ENETUNREACH: 'away', // no way anywhere
};

const byClass: Readonly<Record<string, DatabaseTrouble>> = {
  '08': 'away', // connection exceptions
  '28': 'away', // not let in: a password or a rule was changed
  '42': 'away', // a schema or rights other than we know: an older or newer program beside us, not the order's fault
  '53': 'away', // resources: 53100 disk full, 53200 out of memory, 53300 too many connections
  '57': 'away', // operator: 57P01 shut down, 57P02 crashed, 57P03 starting, 57P05 idle too long, 57014 statement_timeout
  '58': 'away', // the system under it: 58030 io_error
  F0: 'away', // its configuration
  XX: 'away', // itself: XX001 data_corrupted, XX002 index_corrupted
};

/** What pg says without any code, as plain errors: a connection that was lost, or not to be had in time. */
const lostConnection =
  /connection|timeout exceeded|Query read timeout|client has encountered|pool is draining|Cannot use a pool/i;

/** Classifies an error of pg or knex; undefined when the database has nothing to do with it. */
export function troubleOf(error: unknown): DatabaseTrouble | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string')
    return byCode[code] ?? byClass[code.slice(0, 2)] ?? (/^[0-9A-Z]{5}$/.test(code) ? 'refused' : undefined);
  return lostConnection.test(error instanceof Error ? error.message : '') ? 'away' : undefined;
}
