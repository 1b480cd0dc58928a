import type { Pool } from 'pg';
import { toMoney } from '../ledger/money.js';
import type { TestGift } from './overlay-keys.js';

/** 8.88 yuan or dollars, 888 yen: a figure everyone sees to be made up. */
const sampleMinor = 888n;

/** Makes the gift that tries a session's overlay out, in the currency its viewers will see. */
export async function makeTestGift(
  pool: Pool,
  sessionId: string,
): Promise<{ sessionId: string; gift: TestGift } | undefined> {
  const {
    rows: [session],
  } = await pool.query<{ id: string; currency: string; project: string | null }>(
    `SELECT s.id,
      coalesce(s.goal_currency,
        (SELECT currency FROM topic_totals WHERE topic = 'session:' || s.id ORDER BY pledged + confirmed + paid DESC LIMIT 1),
        (SELECT h.currency FROM session_shops k JOIN shops h ON h.id = k.shop_id WHERE k.session_id = s.id
          ORDER BY h.id LIMIT 1)) AS currency,
      (SELECT project_id FROM topic_projects WHERE topic = 'session:' || s.id ORDER BY given DESC, project_id LIMIT 1)
        AS project
    FROM sessions s WHERE s.id = $1`,
    [sessionId],
  );
  if (!session) return undefined;
  const gift: TestGift = {
    at: new Date().toISOString(),
    item: '测试善款 Test gift',
    projectId: session.project ?? '',
    amount: toMoney(sampleMinor, session.currency),
    change: 'pledged',
  };
  return { sessionId: session.id, gift };
}

/** Once per so many milliseconds and name, in this process. Remembers only what is younger than that. */
export class Pace {
  readonly #last = new Map<string, number>();

  constructor(private readonly everyMs: number) {}

  /** Whether it may happen now; if so, it counts as having happened. */
  mayGo(name: string, now = performance.now()): boolean {
    for (const [other, at] of this.#last) {
      if (now - at < this.everyMs) break;
      this.#last.delete(other);
    }
    if (this.#last.has(name)) return false;
    this.#last.set(name, now);
    return true;
  }
}
