import type { ClientBase } from 'pg';
import type { SessionToken } from '../../plugin/store-order.js';
import { texts } from '../database/binary-array.js';

/** Which session an order belongs to and why, and what was wrong with the tokens that were not believed. */
export interface Attribution {
  sessionId?: string;
  evidence?: SessionToken['evidence'];
  ignored: { evidence: SessionToken['evidence']; reason: 'forged' | 'foreign' }[];
}

/** The session a token was made for, and the shops it sells in. */
export interface TokenHolder {
  sessionId: string;
  shopIds: ReadonlySet<string>;
}

/** Tokens kept in memory at most; beyond it all are forgotten and read anew. */
const rememberedMax = 50_000;

/** How long a session's shops are believed; a shop is taken out of one only while nothing was sold through it. */
const rememberedMs = 30_000;

/** Tokens that orders of one shop carry. */
export interface TokensOfShop {
  shopId: string;
  tokens: readonly SessionToken[];
}

/**
 * The sessions whose tokens orders have carried, as one process remembers them. A token that is not found is asked for
 * each time, for its session may come; and so is one of a session that does not sell in the shop, for it may be let in.
 */
export class SessionMemory {
  readonly #holders = new Map<string, TokenHolder & { until: number }>();

  /** The holders of those of these tokens that were made here. */
  async holdersOf(client: ClientBase, orders: readonly TokensOfShop[]): Promise<Map<string, TokenHolder>> {
    const holders = new Map<string, TokenHolder>();
    const unknown = new Set<string>();
    const now = performance.now();
    for (const { shopId, tokens } of orders)
      for (const { token } of tokens) {
        const known = this.#holders.get(token);
        if (known && known.until > now && known.shopIds.has(shopId)) holders.set(token, known);
        else unknown.add(token);
      }
    if (unknown.size === 0) return holders;
    const { rows } = await client.query<{ token: string; id: string; shops: string[] }>({
      name: 'sessions-by-token',
      text: `SELECT s.token, s.id, array_agg(k.shop_id) AS shops
        FROM sessions s JOIN session_shops k ON k.session_id = s.id WHERE s.token = ANY ($1::text[]) GROUP BY s.id`,
      values: [texts([...unknown])],
    });
    if (this.#holders.size > rememberedMax) this.#holders.clear();
    for (const { token, id, shops } of rows) {
      const holder = { sessionId: id, shopIds: new Set(shops), until: now + rememberedMs };
      this.#holders.set(token, holder);
      holders.set(token, holder);
    }
    return holders;
  }
}

/**
 * Attributes an order by the session tokens it carries: the first that was made here for a session which sells in the
 * order's shop. A token nobody here made is `forged`, one of another shop's session is `foreign`; both are noted and
 * give nothing. Tokens are random and unguessable, so knowing one is the proof.
 */
export function attributeOrder(
  shopId: string,
  tokens: readonly SessionToken[],
  holders: ReadonlyMap<string, TokenHolder>,
): Attribution {
  const attribution: Attribution = { ignored: [] };
  for (const { token, evidence } of tokens) {
    const session = holders.get(token);
    if (!session?.shopIds.has(shopId)) {
      attribution.ignored.push({ evidence, reason: session ? 'foreign' : 'forged' });
    } else if (!attribution.sessionId) {
      attribution.sessionId = session.sessionId;
      attribution.evidence = evidence;
    }
  }
  return attribution;
}
