import type { Knex } from 'knex';
import { notFound } from './problem.js';

/** Who calls, as far as a route may know: what it may do has been decided by the time the route runs. */
export interface Caller {
  kind: 'nobody' | 'operator key' | 'key' | 'person';
  /** The person's or API key's id; '' otherwise. */
  id: string;
  /** As the audit trail shows it: an e-mail address, a key's name, 'operator key'. */
  name: string;
  /** Acts for the whole installation and sees every organisation. */
  operator: boolean;
  /** The organisations this call may act for: of the kinds, and with the role, that its line in access.ts asks for. */
  organisations: readonly string[];
}

export const nobody: Caller = { kind: 'nobody', id: '', name: '', operator: false, organisations: [] };

/** Whoever knows a secret address; the route itself looks up what the secret opens. */
export const linkHolder: Caller = { ...nobody, name: 'holder of a secret link' };

/** Whether the call may act for this organisation. */
export const actsFor = (caller: Caller, organisationId: string | null) =>
  caller.operator || (organisationId !== null && caller.organisations.includes(organisationId));

/** The first wall: a query sees the caller's own rows only. `column` holds the organisation they belong to. */
export function onlyOwn<Q extends Knex.QueryBuilder>(query: Q, column: string, caller: Caller): Q {
  if (!caller.operator) void query.whereIn(column, [...caller.organisations]);
  return query;
}

/**
 * Refuses what belongs to somebody else, as if it were not there: whether it exists is theirs to tell.
 *
 * @throws {Problem} `not-found`
 */
export function assertOwn(caller: Caller, organisationId: string | null, what: string): void {
  if (!actsFor(caller, organisationId)) throw notFound(what);
}
