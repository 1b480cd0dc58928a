import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { assertOwn } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { notFound, Problem } from '../http/problem.js';
import { id, listOf, text } from '../http/wire.js';
import type { Seal } from '../secrets/seal.js';
import { evidenceBytesMax, evidenceTypes, readEvidenceFile, type EvidenceType } from './evidence-file.js';
import { evidenceKinds, readCharity, type EvidenceKind } from './read-charity.js';

/** What one charity may have here: enough for years, and nobody's free disk. */
const filesMax = 20;
const bytesMax = 40 * 1024 * 1024;

const evidence = z.object({
  id: z.string(),
  kind: z.enum(evidenceKinds),
  fileName: z.string(),
  mediaType: z.enum(evidenceTypes),
  bytes: z.int(),
  uploadedAt: z.string(),
  examined: z.boolean().openapi({ description: 'An operator has verified the charity by it, so it stays.' }),
});

interface EvidenceRow {
  id: string;
  charity_id: string;
  kind: EvidenceKind;
  file_name: string;
  media_type: EvidenceType;
  bytes: number;
  uploaded_at: Date;
  examined: boolean;
}

const toWire = (row: EvidenceRow) => ({
  id: row.id,
  kind: row.kind,
  fileName: row.file_name,
  mediaType: row.media_type,
  bytes: row.bytes,
  uploadedAt: row.uploaded_at.toISOString(),
  examined: row.examined,
});

/** The evidence of a charity, newest first. */
export const evidenceOf = (db: Knex, charityId: string): Knex.QueryBuilder<EvidenceRow, EvidenceRow[]> =>
  db('charity_evidence as e')
    .where('e.charity_id', charityId)
    .orderBy('uploaded_at', 'desc')
    .select(
      'e.*',
      db.raw(`EXISTS (SELECT FROM charity_decisions d WHERE d.charity_id = e.charity_id AND d.decision = 'verified'
        AND e.id = ANY (d.evidence_ids)) AS examined`),
    );

/** What a charity shows so that it can be verified. Seen by its own people who may edit, and by operators. */
export const evidenceRoutes = (seal: Seal): Route[] => [
  defineRoute({
    method: 'post',
    path: '/v1/charities/{id}/evidence',
    summary: 'Adds a paper as evidence: the body is the PDF, PNG or JPEG itself, at most 10 MB',
    params: z.object({ id }),
    query: z.strictObject({ kind: z.enum(evidenceKinds), fileName: text(200) }),
    upload: { types: evidenceTypes, bytesMax: evidenceBytesMax },
    answer: { status: 201, description: 'The evidence', schema: evidence },
    handle: async ({ db, params, query, file, caller }) => {
      assertOwn(caller, params.id, 'charity');
      await readCharity(db, params.id);
      const type = file!.type as EvidenceType;
      const bytes = readEvidenceFile(type, file!.bytes);
      await assertRoom(db, params.id, bytes.length);
      const [row] = await db('charity_evidence')
        .insert({
          id: newId(),
          charity_id: params.id,
          kind: query.kind,
          // A name, never a path.
          file_name: query.fileName.replaceAll(/[/\\]/g, '-'),
          media_type: type,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest(),
        })
        .returning('*');
      await db('charity_evidence_files').insert({
        evidence_id: row.id,
        charity_id: params.id,
        sealed: seal.seal(bytes),
      });
      return { body: toWire({ ...row, examined: false }) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/charities/{id}/evidence',
    summary: 'Lists the evidence of a charity, newest first',
    params: z.object({ id }),
    answer: { status: 200, description: 'All of it', schema: listOf(evidence) },
    handle: async ({ db, params, caller }) => {
      assertOwn(caller, params.id, 'charity');
      return { body: { items: (await evidenceOf(db, params.id)).map(toWire) } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/charities/{id}/evidence/{evidenceId}/file',
    summary: 'The paper itself, as a download',
    params: z.object({ id, evidenceId: id }),
    answer: { status: 200, description: 'The file', contentType: 'application/octet-stream' },
    handle: async ({ db, params, caller }) => {
      assertOwn(caller, params.id, 'charity');
      const row = await findEvidence(db, params);
      const { sealed } = await db('charity_evidence_files').where({ evidence_id: row.id }).first('sealed');
      return { body: seal.open(sealed), headers: downloadHeaders(row) };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/charities/{id}/evidence/{evidenceId}',
    summary: 'Takes evidence away again, as long as nobody was verified by it',
    params: z.object({ id, evidenceId: id }),
    answer: { status: 204, description: 'It is gone' },
    handle: async ({ db, params, caller }) => {
      assertOwn(caller, params.id, 'charity');
      const row = await findEvidence(db, params);
      if (row.examined)
        throw new Problem(
          'conflict',
          'Your charity was verified by this paper, so it stays; add a newer one beside it instead.',
        );
      await db('charity_evidence').where({ id: row.id }).delete();
      return {};
    },
  }),
];

async function findEvidence(db: Knex, params: { id: string; evidenceId: string }): Promise<EvidenceRow> {
  const row = await evidenceOf(db, params.id).where('e.id', params.evidenceId).first();
  if (!row) throw notFound('evidence');
  return row;
}

async function assertRoom(db: Knex, charityId: string, more: number): Promise<void> {
  // Two uploads at once must not both find the last room.
  await db.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`evidence ${charityId}`]);
  const { files, bytes } = await db('charity_evidence')
    .where({ charity_id: charityId })
    .first(db.raw('count(*)::int AS files, coalesce(sum(bytes), 0)::int AS bytes'));
  if (files >= filesMax || bytes + more > bytesMax)
    throw new Problem(
      'conflict',
      `A charity keeps at most ${filesMax} papers and 40 MB here; take away what is not needed any more.`,
    );
}

/**
 * Whatever the bytes are, no page of ours ever runs them: a download, of the type it was checked to be. `<img>` may show
 * a picture all the same.
 */
function downloadHeaders({ file_name, media_type }: EvidenceRow): Record<string, string> {
  const quoted = encodeURIComponent(file_name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    'Content-Type': media_type,
    'Content-Disposition': `attachment; filename="evidence.${media_type.split('/')[1]}"; filename*=UTF-8''${quoted}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  };
}
