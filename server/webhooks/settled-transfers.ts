import type { ClientBase } from 'pg';

/** The transfers up to here are all there are; see {@link settledTransfers}. */
interface Mark {
  upTo: bigint;
  /** A transaction that began to write after the mark was made. */
  before: string;
}

/**
 * Up to which transfer the ledger is settled: none with a lower id can appear any more.
 *
 * Ids are given out before transactions commit, so a row with a lower id may appear after one with a higher; whoever reads
 * `id > last` skips it for ever. Therefore: note the highest id there is and which transactions are writing. When all of
 * those have ended, every row up to that id has been committed or never will be, because a transfer's transaction has
 * locked its order, and so is among the writing ones, before it asks for an id. A transaction that dawdles holds this
 * back, never makes it wrong.
 *
 * The mark that waits is kept from one call to the next; who loses it (a new leader) makes another one.
 */
export function settledTransfers(): (client: ClientBase) => Promise<bigint | undefined> {
  let waiting: Mark | undefined;
  let last: bigint | undefined;
  return async (client) => {
    // A mark uses up the id of a transaction; a quiet night needs none.
    if (!waiting && last !== undefined && (await highestId(client)) === last) return last;
    let settled = waiting && (await isOver(client, waiting)) ? waiting.upTo : undefined;
    if (waiting && settled === undefined) return undefined;
    const mark = await makeMark(client);
    waiting = mark;
    // On a quiet database nobody is writing, and the mark holds at once.
    if (await isOver(client, mark)) {
      settled = mark.upTo;
      waiting = undefined;
    }
    last = settled ?? last;
    return settled;
  };
}

async function highestId(client: ClientBase): Promise<bigint> {
  const { rows } = await client.query<{ highest: bigint }>('SELECT coalesce(max(id), 0) AS highest FROM transfers');
  return BigInt(rows[0]!.highest);
}

async function makeMark(client: ClientBase): Promise<Mark> {
  const { rows } = await client.query<{ up_to: bigint; before: string }>(
    // Our own, because it is the newest. A snapshot's xmax is not: it follows the newest transaction that has ended, and those
    // that go on may be newer.
    `SELECT coalesce(max(id), 0) AS up_to, pg_current_xact_id()::text AS before FROM transfers`,
  );
  return { upTo: BigInt(rows[0]!.up_to), before: rows[0]!.before };
}

async function isOver(client: ClientBase, mark: Mark): Promise<boolean> {
  const { rows } = await client.query<{ over: boolean }>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 AS over`,
    [mark.before],
  );
  return rows[0]!.over;
}
