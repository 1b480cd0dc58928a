import type { IncomingMessage } from 'node:http';
import type { Knex } from 'knex';
import type { Caller } from './caller.js';
import { callerAddress } from './caller-address.js';
import { requestId } from './request-id.js';

/**
 * Tells the database, for this transaction only, who acts: row-level security shows no other organisation's rows, and the
 * audit trail notes who changed what, from where.
 */
export async function actAs(
  transaction: Knex,
  caller: Caller,
  request: IncomingMessage,
  proxies: number,
): Promise<void> {
  await transaction.raw(
    `SELECT set_config('kindcast.organisations', ?, true), set_config('kindcast.operator', ?, true),
       set_config('kindcast.actor', ?, true)`,
    [caller.organisations.join(','), caller.operator ? 'on' : 'off', JSON.stringify(actorOf(caller, request, proxies))],
  );
}

/** Who acts and from where, as the audit trail keeps it. */
export function actorOf(caller: Pick<Caller, 'kind' | 'id' | 'name'>, request: IncomingMessage, proxies: number) {
  const { nearest, told } = callerAddress(request, proxies);
  return {
    kind: caller.kind,
    ...(caller.id !== '' && { id: caller.id }),
    name: caller.name,
    ip: told ?? nearest,
    agent: request.headers['user-agent']?.slice(0, 200),
    requestId: requestId(request),
  };
}
