import type { ClientBase } from 'pg';

/** The share of one order line for one project, as it stands on the books. Minor units. */
export interface Gift {
  /** Undefined until it is first saved. */
  id?: bigint;
  orderId: bigint;
  lineId: string;
  projectId: string;
  rule: number;
  currency: string;
  pledged: bigint;
  /** Kept units of the line while the gift stands, else 0. */
  units: number;
  /** Transfers posted for it so far. */
  revision: number;
}

/** The gifts of these orders, by order id. */
export async function loadGifts(client: ClientBase, orderIds: readonly bigint[]): Promise<Map<bigint, Gift[]>> {
  const byOrder = new Map<bigint, Gift[]>();
  if (orderIds.length === 0) return byOrder;
  const { rows } = await client.query<Gift>({
    name: 'gifts-of-orders',
    text: `SELECT id, order_id AS "orderId", line_id AS "lineId", project_id AS "projectId", rule, currency, pledged,
        units, revision FROM gifts WHERE order_id = ANY ($1::bigint[]) ORDER BY id`,
    values: [orderIds.map(String)],
  });
  for (const gift of rows) byOrder.set(gift.orderId, [...(byOrder.get(gift.orderId) ?? []), gift]);
  return byOrder;
}

/** Saves gifts that are new or changed and gives the new ones their ids. */
export async function saveGifts(client: ClientBase, gifts: readonly Gift[]): Promise<void> {
  const [fresh, known] = [gifts.filter((gift) => gift.id === undefined), gifts.filter((gift) => gift.id !== undefined)];
  if (fresh.length > 0) {
    const { rows } = await client.query<{ id: bigint; order_id: bigint; line_id: string; project_id: string }>({
      name: 'insert-gifts',
      text: `INSERT INTO gifts (order_id, line_id, project_id, rule, currency, pledged, units, revision)
        SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::text[], $6::bigint[], $7::int[], $8::int[])
        RETURNING id, order_id, line_id, project_id`,
      values: [
        fresh.map((gift) => gift.orderId.toString()),
        fresh.map((gift) => gift.lineId),
        fresh.map((gift) => gift.projectId),
        fresh.map((gift) => gift.rule),
        fresh.map((gift) => gift.currency),
        fresh.map((gift) => gift.pledged.toString()),
        fresh.map((gift) => gift.units),
        fresh.map((gift) => gift.revision),
      ],
    });
    const idOf = new Map(rows.map((row) => [`${row.order_id} ${row.line_id} ${row.project_id}`, row.id]));
    for (const gift of fresh) gift.id = idOf.get(`${gift.orderId} ${gift.lineId} ${gift.projectId}`)!;
  }
  if (known.length > 0)
    await client.query({
      name: 'update-gifts',
      text: `UPDATE gifts g SET pledged = n.pledged, units = n.units, revision = n.revision
        FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[]) AS n (id, pledged, units, revision) WHERE g.id = n.id`,
      values: [
        known.map((gift) => gift.id!.toString()),
        known.map((gift) => gift.pledged.toString()),
        known.map((gift) => gift.units),
        known.map((gift) => gift.revision),
      ],
    });
}
