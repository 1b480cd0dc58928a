import type { ClientBase } from 'pg';

/** A table of the database with what lies on disk for it, in bytes. */
export interface TableBytes {
  name: string;
  /** Rows themselves, with what is kept beside them because it is long (TOAST). */
  rows: number;
  indexes: { name: string; bytes: number }[];
  together: number;
}

/** All tables, the largest first. */
export async function bytesOf(client: ClientBase): Promise<TableBytes[]> {
  const { rows } = await client.query<TableBytes>(
    `SELECT c.relname AS name, pg_table_size(c.oid)::float8 AS rows, pg_total_relation_size(c.oid)::float8 AS together,
       coalesce((SELECT json_agg(json_build_object('name', i.indexrelid::regclass::text, 'bytes', pg_relation_size(i.indexrelid))
         ORDER BY pg_relation_size(i.indexrelid) DESC) FROM pg_index i WHERE i.indrelid = c.oid), '[]') AS indexes
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
     ORDER BY together DESC, name`,
  );
  return rows;
}
