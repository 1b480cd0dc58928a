import type { ClientBase } from 'pg';
import { bigints, ints, texts } from '../database/binary-array.js';
import type { Statement } from '../database/send-together.js';

/** The share of one order line for one project, as it stands on the books. Minor units. */
export interface Gift {
  orderId: bigint;
  /** 1, 2, 3 … within the order. */
  no: number;
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
    text: `SELECT order_id AS "orderId", no, line_id AS "lineId", project_id AS "projectId", rule, currency, pledged,
        units, revision FROM gifts WHERE order_id = ANY ($1::bigint[]) ORDER BY order_id, no`,
    values: [bigints(orderIds)],
  });
  for (const gift of rows) {
    const ofOrder = byOrder.get(gift.orderId);
    if (ofOrder) ofOrder.push(gift);
    else byOrder.set(gift.orderId, [gift]);
  }
  return byOrder;
}

/** The statements that save gifts that are new and gifts that have changed. */
export function savingGifts(fresh: readonly Gift[], changed: readonly Gift[]): Statement[] {
  const columnsOf = (list: readonly Gift[]) => [
    bigints(list.map((gift) => gift.orderId)),
    bigints(list.map((gift) => gift.pledged)),
    ints(list.map((gift) => gift.units)),
    ints(list.map((gift) => gift.revision)),
    texts(list.map((gift) => gift.lineId)),
    texts(list.map((gift) => gift.projectId)),
  ];
  const statements: Statement[] = [];
  if (fresh.length > 0)
    statements.push({
      name: 'insert-gifts',
      text: `INSERT INTO gifts (order_id, pledged, units, revision, line_id, project_id, rule, no, currency)
        SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[], $5::text[], $6::text[], $7::int[],
          $8::int[], $9::text[])`,
      values: [
        ...columnsOf(fresh),
        ints(fresh.map((gift) => gift.rule)),
        ints(fresh.map((gift) => gift.no)),
        texts(fresh.map((gift) => gift.currency)),
      ],
    });
  if (changed.length > 0)
    statements.push({
      name: 'update-gifts',
      text: `UPDATE gifts g SET pledged = n.pledged, units = n.units, revision = n.revision
        FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[], $5::text[], $6::text[])
          AS n (order_id, pledged, units, revision, line_id, project_id)
        WHERE g.order_id = n.order_id AND g.line_id = n.line_id AND g.project_id = n.project_id`,
      values: columnsOf(changed),
    });
  return statements;
}
