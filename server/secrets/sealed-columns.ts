/** A column whose values are sealed, and the columns by which a row of its table is named. */
export interface SealedColumn {
  table: string;
  column: string;
  id: string;
}

/**
 * Everything that lies sealed in the database: what is sealed anew when the secret key is changed. A column of bytes that
 * stands neither here nor among the others below fails a test.
 */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'shops', column: 'webhook_secret', id: 'id' },
  { table: 'dead_letters', column: 'body', id: 'id' },
  { table: 'idempotency_keys', column: 'answer', id: 'key' },
  { table: 'webhook_endpoints', column: 'secret', id: 'id' },
  { table: 'webhook_endpoints', column: 'previous_secret', id: 'id' },
  { table: 'charity_evidence_files', column: 'sealed', id: 'evidence_id' },
  { table: 'kept_secrets', column: 'value', id: 'name' },
];

/** Columns of bytes that are no secrets: hashes, which nobody can open, and what everybody may see. */
export const plainColumns: readonly string[] = [
  'idempotency_keys.request_sha256',
  'operator_key.sha256',
  'charity_evidence.sha256',
  'invitations.token_sha256',
  'api_keys.sha256',
];
