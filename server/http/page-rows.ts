import type { Knex } from 'knex';
import type { Answer } from './define-route.js';
import { badField } from './problem.js';

export interface PageRequest {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** Answers one page of a table, newest first, each row as the wire shows it. */
export async function answerPage<Row extends { id: string | number }>(
  query: Knex.QueryBuilder,
  page: PageRequest,
  orderedBy: string,
  toItem: (row: Row) => unknown,
): Promise<Answer> {
  const { rows, nextCursor } = await pageRows<Row>(query, page, orderedBy);
  // One after the other: all share the request's transaction, which takes one statement at a time.
  const items: unknown[] = [];
  for (const row of rows) items.push(await toItem(row));
  return { body: { items, ...(nextCursor && { nextCursor }) } };
}

/**
 * One page of a table in the order things were made, newest first. The cursor holds the place of the last row shown, so
 * rows that arrive between two pages neither repeat nor hide others.
 */
async function pageRows<Row extends { id: string | number }>(
  query: Knex.QueryBuilder,
  page: PageRequest,
  orderedBy: string,
): Promise<{ rows: Row[]; nextCursor?: string }> {
  const limit = page.limit ?? 50;
  // Microseconds as text: a JavaScript date would cut them off and the next page would begin with the same row.
  query.select('*').select({ placeOfRow: query.client.raw(`?? ::text`, [orderedBy]) });
  if (page.cursor !== undefined)
    query.whereRaw(`(??, id) < (?::timestamptz, ?)`, [orderedBy, ...readCursor(page.cursor)]);
  const rows: (Row & { placeOfRow: string })[] = await query
    .orderBy([
      { column: orderedBy, order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1)
    .catch((error: { code?: unknown }) => {
      // What only the database can tell: a day that no month has, an id that this table's cannot be.
      throw page.cursor !== undefined && String(error.code).startsWith('22') ? notACursor() : error;
    });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit),
    ...(last && { nextCursor: Buffer.from(`${last.placeOfRow} ${last.id}`).toString('base64url') }),
  };
}

function readCursor(cursor: string): [string, string] {
  const match = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d(?::\d\d)?) ([0-9A-Za-z_-]{1,64})$/.exec(
    Buffer.from(cursor, 'base64url').toString('utf8'),
  );
  if (!match || Number.isNaN(Date.parse(match[1]!))) throw notACursor();
  return [match[1]!, match[2]!];
}

const notACursor = () => badField('cursor', 'must be the nextCursor of the page before');
