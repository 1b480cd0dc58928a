import type { ClientBase } from 'pg';

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

  async save(client: ClientBase): Promise<void> {
    const changed = [...this.#room].filter(([, room]) => room.given !== room.before);
    if (changed.length === 0) return;
    await client.query(
      'UPDATE rule_caps r SET given = c.given FROM unnest($1::int[], $2::bigint[]) AS c (rule, given) WHERE r.rule = c.rule',
      [changed.map(([rule]) => rule), changed.map(([, room]) => room.given.toString())],
    );
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
