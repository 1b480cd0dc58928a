import type pg from 'pg';
import type { Seal } from './seal.js';
import { sealedColumns, type SealedColumn } from './sealed-columns.js';

/** Rows in one transaction: few, because some are large and servers may want to change them meanwhile. */
const rowsAtOnce = 20;

export interface Resealed {
  /** Values that are now sealed with the current key. */
  done: number;
  /** Rows that neither key opens, `shops 7g3k9m2p4x8q`. */
  lost: string[];
}

/**
 * Seals anew whatever is not sealed with the current key, a few rows at a time: broken off at any moment, nothing is lost,
 * and the next run goes on. The connection's user must see all rows.
 */
export async function reseal(client: pg.Client, seal: Seal): Promise<Resealed> {
  const all: Resealed = { done: 0, lost: [] };
  for (const column of sealedColumns)
    for (let after: string | undefined = ''; after !== undefined;) {
      const { done, lost, last } = await resealSome(client, seal, column, after);
      all.done += done;
      all.lost.push(...lost);
      after = last;
    }
  return all;
}

async function resealSome(client: pg.Client, seal: Seal, { table, column, id }: SealedColumn, after: string) {
  await client.query('BEGIN');
  try {
    const rows = await client.query<{ id: string; sealed: Buffer }>(
      `SELECT ${id} AS id, ${column} AS sealed FROM ${table}
       WHERE ${notCurrent(column, '$1')} AND ${id} > $2 ORDER BY ${id} LIMIT ${rowsAtOnce} FOR UPDATE`,
      [seal.mark(), after],
    );
    const lost: string[] = [];
    for (const row of rows.rows) {
      const anew = resealed(seal, row.sealed);
      if (anew) await client.query(`UPDATE ${table} SET ${column} = $1 WHERE ${id} = $2`, [anew, row.id]);
      else lost.push(`${table} ${row.id}`);
    }
    await client.query('COMMIT');
    const last = rows.rows.length < rowsAtOnce ? undefined : rows.rows.at(-1)!.id;
    return { done: rows.rows.length - lost.length, lost, last };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function resealed(seal: Seal, sealed: Buffer): Buffer | undefined {
  let clear: Buffer;
  try {
    clear = seal.open(sealed);
  } catch {
    return undefined;
  }
  return seal.seal(clear);
}

/** Whether something is not sealed with the current key: a column's name where that is so. */
export async function findOlderSeal(client: pg.Client, seal: Seal): Promise<string | undefined> {
  for (const { table, column } of sealedColumns) {
    const { rowCount } = await client.query(`SELECT FROM ${table} WHERE ${notCurrent(column, '$1')} LIMIT 1`, [
      seal.mark(),
    ]);
    if (rowCount) return `${table}.${column}`;
  }
  return undefined;
}

/** Only the beginning is read, however long the value. */
const notCurrent = (column: string, mark: string) =>
  `${column} IS NOT NULL AND substring(${column} FROM 1 FOR length(${mark}::bytea)) <> ${mark}::bytea`;
