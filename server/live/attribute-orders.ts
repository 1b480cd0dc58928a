import type { ClientBase } from 'pg';
import type { SessionToken } from '../../plugin/store-order.js';

/** Which session an order belongs to and why, and what was wrong with the tokens that were not believed. */
export interface Attribution {
  sessionId?: string;
  evidence?: SessionToken['evidence'];
  ignored: { evidence: SessionToken['evidence']; reason: 'forged' | 'foreign' }[];
}

/**
 * Attributes orders by the session tokens they carry: the first that was made here for a session which sells in the
 * order's shop. A token nobody here made is `forged`, one of another shop's session is `foreign`; both are noted and
 * give nothing. Tokens are random and unguessable, so knowing one is the proof.
 */
export async function attributeOrders(
  client: ClientBase,
  orders: readonly { shopId: string; tokens: readonly SessionToken[] }[],
): Promise<Attribution[]> {
  const tokens = [...new Set(orders.flatMap((order) => order.tokens.map(({ token }) => token)))];
  const shopsOf = new Map<string, { sessionId: string; shopIds: Set<string> }>();
  if (tokens.length > 0) {
    const { rows } = await client.query<{ token: string; id: string; shop_id: string }>({
      name: 'sessions-by-token',
      text: `SELECT s.token, s.id, k.shop_id FROM sessions s JOIN session_shops k ON k.session_id = s.id
        WHERE s.token = ANY ($1::text[])`,
      values: [tokens],
    });
    for (const row of rows) {
      const session = shopsOf.get(row.token) ?? { sessionId: row.id, shopIds: new Set() };
      session.shopIds.add(row.shop_id);
      shopsOf.set(row.token, session);
    }
  }
  return orders.map(({ shopId, tokens: carried }) => {
    const attribution: Attribution = { ignored: [] };
    for (const { token, evidence } of carried) {
      const session = shopsOf.get(token);
      if (!session?.shopIds.has(shopId)) {
        attribution.ignored.push({ evidence, reason: session ? 'foreign' : 'forged' });
      } else if (!attribution.sessionId) {
        attribution.sessionId = session.sessionId;
        attribution.evidence = evidence;
      }
    }
    return attribution;
  });
}
