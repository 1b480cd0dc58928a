import { expect } from 'chai';
import fc from 'fast-check';
import pg from 'pg';
import {
  nothingAtAll,
  rightful,
  settleTenants,
  tenants,
  whoseRows,
  type Kind,
  type WhoseRows,
} from './fifty-tenants.js';
import type { OwnedDatabase } from '../support/plain-owner.js';

/** One thing somebody does in a transaction of his own; all of them on the same connection. */
interface Turn {
  kind: Kind;
  n: number;
  does: 'reads' | 'changes' | 'adds for another' | 'changes another’s' | 'stumbles' | 'gives up' | 'says nothing';
}

const turn: fc.Arbitrary<Turn> = fc.record({
  kind: fc.constantFrom('merchant', 'charity', 'streamer'),
  n: fc.integer({ min: 1, max: tenants }),
  does: fc.constantFrom(
    'reads',
    'changes',
    'adds for another',
    'changes another’s',
    'stumbles',
    'gives up',
    'says nothing',
  ),
});

describe('fifty tenants on one connection', function () {
  this.timeout(120_000);
  let database: OwnedDatabase;
  let pool: pg.Pool;

  before(async () => {
    database = await settleTenants();
    pool = new pg.Pool({ ...database.address.roles.server, max: 1 });
  });
  after(async () => {
    await pool.end();
    await database.drop();
  });

  const seen = async (client: pg.ClientBase | pg.Pool): Promise<WhoseRows> => {
    const { rows } = await client.query<WhoseRows>(whoseRows);
    return Object.fromEntries(Object.entries(rows[0]!).map(([table, whose]) => [table, whose.sort((a, b) => a - b)]));
  };
  const says = (client: pg.ClientBase, { kind, n }: Turn) =>
    client.query(
      `SELECT set_config('kindcast.organisations', $1, true), set_config('kindcast.operator', 'off', true),
         set_config('kindcast.actor', $2, true)`,
      [kind + n, JSON.stringify({ kind: 'key', id: kind + n, name: 'a key' })],
    );
  const refusedWith = (client: pg.ClientBase, sql: string, values: unknown[]) =>
    client.query(sql, values).then(
      ({ rowCount }) => `${rowCount} rows`,
      (error: { code: string }) => error.code,
    );

  /** Takes the connection, acts, and leaves it as a request would: committed, rolled back, or in the middle of an error. */
  async function take(it: Turn): Promise<void> {
    const client = await pool.connect();
    const other = (it.n % tenants) + 1;
    try {
      await client.query('BEGIN');
      if (it.does === 'says nothing') {
        expect(await seen(client), 'who says nothing').to.deep.equal(nothingAtAll);
        return;
      }
      await says(client, it);
      expect(await seen(client), `${it.kind}${it.n} ${it.does}`).to.deep.equal(rightful(it.kind, it.n));
      if (it.does === 'changes') {
        const changed = await client.query(`UPDATE shops SET origins = ARRAY['https://' || merchant_id]`);
        expect(changed.rowCount).to.equal(it.kind === 'merchant' ? 1 : 0);
      } else if (it.does === 'adds for another')
        expect(
          await refusedWith(
            client,
            `INSERT INTO shops (id, merchant_id, platform, domain, currency, return_window_days)
             VALUES (gen_random_uuid()::text, $1, 'shopify', gen_random_uuid()::text, 'CNY', 1)`,
            [`merchant${other}`],
          ),
        ).to.equal('42501');
      else if (it.does === 'changes another’s')
        expect(
          await refusedWith(client, `UPDATE sessions SET overlay_key = 'mine' WHERE id = $1`, [`session${other}`]),
        ).to.equal('0 rows');
      else if (it.does === 'stumbles') await client.query('SELECT 1 / 0').catch(() => undefined);
    } finally {
      await client.query(it.does === 'gives up' || it.does === 'says nothing' ? 'ROLLBACK' : 'COMMIT');
      client.release();
    }
  }

  it('never see each other’s rows, in whatever order they come, and whatever becomes of their transactions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 20 }), async (turns) => {
        // All at once: each waits for the connection that another has just left.
        await Promise.all(turns.map(take));
        expect(await seen(pool), 'once nobody acts').to.deep.equal(nothingAtAll);
      }),
      { numRuns: 60 },
    );
  });

  it('all see what is theirs, each in turn', async () => {
    for (const kind of ['merchant', 'charity', 'streamer'] as const)
      await Promise.all(Array.from({ length: tenants }, (_, at) => take({ kind, n: at + 1, does: 'reads' })));
  });

  it('cannot put their rows into another’s hands', async () => {
    const attempts: [who: Turn, sql: string][] = [
      [
        { kind: 'merchant', n: 1, does: 'reads' },
        `INSERT INTO giving_rules (rule_id, shop_id, product_id, version, base, valid_from)
        VALUES ('r', 'shop2', '7', 1, 'asPriced', now())`,
      ],
      [{ kind: 'merchant', n: 1, does: 'reads' }, `INSERT INTO giving_rule_projects VALUES (2, 5, 'project1', 1)`],
      [{ kind: 'merchant', n: 1, does: 'reads' }, `INSERT INTO rule_caps VALUES (2, 1, 0)`],
      [
        { kind: 'charity', n: 1, does: 'reads' },
        `INSERT INTO projects (id, charity_id, title, currency) VALUES ('p', 'charity2', 'Wells', 'CNY')`,
      ],
      [
        { kind: 'streamer', n: 1, does: 'reads' },
        `INSERT INTO sessions (id, title, streamer, token, overlay_key, organisation_id)
        VALUES ('s', 'Tea', 'Li Mei', 't', 'o', 'streamer2')`,
      ],
      [
        { kind: 'streamer', n: 1, does: 'reads' },
        `INSERT INTO sessions (id, title, streamer, token, overlay_key) VALUES ('s', 'Tea', 'Li', 't', 'o')`,
      ],
      [
        { kind: 'streamer', n: 1, does: 'reads' },
        `INSERT INTO session_shops (session_id, shop_id) VALUES ('session1', 'shop2')`,
      ],
      [
        { kind: 'streamer', n: 1, does: 'reads' },
        `INSERT INTO topics (topic, title) VALUES ('session:session2x', 'Mine')`,
      ],
      [
        { kind: 'merchant', n: 1, does: 'reads' },
        `INSERT INTO organisations (id, kind, name) VALUES ('o', 'charity', 'Mine')`,
      ],
      [
        { kind: 'merchant', n: 1, does: 'reads' },
        `INSERT INTO idempotency_keys (key, request_sha256) VALUES ('key merchant2 mine', '')`,
      ],
    ];
    for (const [who, sql] of attempts) {
      const client = await pool.connect();
      await client.query('BEGIN');
      await says(client, who);
      expect(await refusedWith(client, sql, []), sql).to.equal('42501');
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('show an overlay’s session to whoever has its key, and nothing else', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query(`SELECT set_config('kindcast.overlay_keys', 'overlay7', true)`);
    expect(await seen(client)).to.deep.equal({ ...nothingAtAll, sessions: [7] });
    await client.query('COMMIT');
    client.release();
    expect(await seen(pool)).to.deep.equal(nothingAtAll);
  });

  it('let a charity know where a gift of its own was made, and nothing of the order', async () => {
    const placeOf = async (who: Turn, order: number) => {
      const client = await pool.connect();
      await client.query('BEGIN');
      await says(client, who);
      const { rows } = await client.query('SELECT * FROM where_given($1)', [order]);
      await client.query('COMMIT');
      client.release();
      return rows;
    };
    const charity: Turn = { kind: 'charity', n: 3, does: 'reads' };
    expect(await placeOf(charity, 3)).to.deep.equal([{ shop_id: 'shop3', session_id: 'session3' }]);
    expect(await placeOf(charity, 4)).to.deep.equal([]);
    expect(await placeOf({ ...charity, kind: 'merchant' }, 4)).to.deep.equal([]);
  });

  it('are all seen by an operator, whose word opens nothing to the public pages', async () => {
    const ordersSeenBy = async (role: 'server' | 'public') => {
      const client = new pg.Client(database.address.roles[role]);
      await client.connect();
      await client.query(`SET kindcast.operator = 'on'`);
      const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM orders');
      await client.end();
      return rows[0]!.n;
    };
    expect(await ordersSeenBy('server')).to.equal(tenants);
    expect(await ordersSeenBy('public')).to.equal(0);
  });
});
