import type { ClientBase } from 'pg';
import type { SessionToken } from '../../plugin/store-order.js';
import { texts } from '../database/binary-array.js';

/** Which session an order belongs to and why, and what was wrong with the tokens that were not believed. */
export interface Attribution {
  sessionId?: string;
  evidence?: SessionToken['evidence'];
  ignored: { evidence: SessionToken['evidence']; reason: 'forged' | 'foreign' }[];
}

interface TokenHolder {
  sessionId: string;
  shopIds: ReadonlySet<string>;
}

/** Tokens kept in memory at most; beyond it all are forgotten and read anew. */
const rememberedMax = 50_000;

/**
 * Attributes orders by the session tokens they carry: the first that was made here for a session which sells in the
 * order's shop. A token nobody here made is `forged`, one of another shop's session is `foreign`; both are noted and
 * give nothing. Tokens are random and unguessable, so knowing one is the proof.
 *
 * A session's token and shops are set when it is made and never change, so a token once found is remembered. One that is
 * not found is asked for each time: its session may come.
 */
export class SessionMemory {
  readonly #holders = new Map<string, TokenHolder>();

  async load(client: ClientBase, orders: readonly { tokens: readonly SessionToken[] }[]): Promise<void> {
    const unknown = new Set<string>();
    for (const { tokens } of orders) for (const { token } of tokens) if (!this.#holders.has(token)) unknown.add(token);
    if (unknown.size === 0) return;
    const { rows } = await client.query<{ token: string; id: string; shops: string[] }>({
      name: 'sessions-by-token',
      text: `SELECT s.token, s.id, array_agg(k.shop_id) AS shops
        FROM sessions s JOIN session_shops k ON k.session_id = s.id WHERE s.token = ANY ($1::text[]) GROUP BY s.id`,
      values: [texts([...unknown])],
    });
    if (this.#holders.size > rememberedMax) this.#holders.clear();
    for (const { token, id, shops } of rows) this.#holders.set(token, { sessionId: id, shopIds: new Set(shops) });
  }

  /** What these tokens, once loaded, say of an order of this shop. */
  attribute(shopId: string, tokens: readonly SessionToken[]): Attribution {
    const attribution: Attribution = { ignored: [] };
    for (const { token, evidence } of tokens) {
      const session = this.#holders.get(token);
      if (!session?.shopIds.has(shopId)) {
        attribution.ignored.push({ evidence, reason: session ? 'foreign' : 'forged' });
      } else if (!attribution.sessionId) {
        attribution.sessionId = session.sessionId;
        attribution.evidence = evidence;
      }
    }
    return attribution;
  }
}
