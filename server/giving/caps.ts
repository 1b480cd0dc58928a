import type { ClientBase } from 'pg';
import { bigints, ints } from '../database/binary-array.js';
import type { Statement } from '../database/send-together.js';

/** The room left under the caps of one batch's rules; locked until the batch's transaction ends. */
export class Caps {
  readonly #room = new Map<number, { cap: bigint; given: bigint; before: bigint }>();

  constructor(rows: readonly { rule: number; cap: bigint; given: bigint }[]) {
    for (const { rule, cap, given } of rows) this.#room.set(rule, { cap, given, before: given });
  }

  /**
   * What a line may give of what it wants: what it has already is its own, more only as far as the cap has room. Giving
   * less frees room for whoever comes next.
   */
  grant(rule: number, wanted: bigint, has: bigint): bigint {
    const room = this.#room.get(rule);
    if (!room) return wanted;
    const most = has + (room.cap - room.given);
    const granted = wanted < most ? wanted : most;
    room.given += granted - has;
    return granted;
  }

  saving(): Statement[] {
    const changed = [...this.#room].filter(([, room]) => room.given !== room.before);
    if (changed.length === 0) return [];
    return [
      {
        name: 'save-caps',
        text: 'UPDATE rule_caps r SET given = c.given FROM unnest($1::int[], $2::bigint[]) AS c (rule, given) WHERE r.rule = c.rule',
        values: [ints(changed.map(([rule]) => rule)), bigints(changed.map(([, room]) => room.given))],
      },
    ];
  }
}

/** Locks the caps of the rules that have one, in sorted order: two batches on the last cent take turns. */
export async function lockCaps(
  client: ClientBase,
  rules: readonly { id: number; cap: bigint | null }[],
): Promise<Caps> {
  const capped = [...new Set(rules.filter((rule) => rule.cap !== null).map((rule) => rule.id))];
  if (capped.length === 0) return new Caps([]);
  const { rows } = await client.query<{ rule: number; cap: bigint; given: bigint }>(
    'SELECT rule, cap, given FROM rule_caps WHERE rule = ANY ($1::int[]) ORDER BY rule FOR NO KEY UPDATE',
    [capped],
  );
  return new Caps(rows);
}
