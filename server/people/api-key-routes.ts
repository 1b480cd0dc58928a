import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { scopes, type Scope } from '../http/access.js';
import { assertOwn, type Caller } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { badField, notFound, Problem } from '../http/problem.js';
import { id, listOf, pageQuery, text, time } from '../http/wire.js';
import { keySha256, newApiKey } from './api-keys.js';
import { assertStillOwner } from './given-out.js';

const livingMax = 50;

interface KeyRow {
  id: string;
  organisation_id: string;
  name: string;
  sha256: Buffer;
  hint: string;
  scopes: Scope[];
  created_by: string;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

const key = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string().openapi({ description: 'the first characters, by which people know it again' }),
  scopes: z.array(z.enum(scopes)),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().optional(),
  lastUsedAt: z.string().optional().openapi({ description: 'to the minute' }),
  revokedAt: z.string().optional(),
});

const toWire = (row: KeyRow) => ({
  id: row.id,
  name: row.name,
  hint: row.hint,
  scopes: row.scopes,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  ...(row.expires_at && { expiresAt: row.expires_at.toISOString() }),
  ...(row.last_used_at && { lastUsedAt: row.last_used_at.toISOString() }),
  ...(row.revoked_at && { revokedAt: row.revoked_at.toISOString() }),
});

const ofOrganisation = z.object({ organisationId: id });

/** Keys of an organisation's programs. Only the hash of a key is kept: it is shown once, when it is made. */
export const apiKeyRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/v1/organisations/{organisationId}/keys',
    summary: 'Makes an API key, shown only now',
    params: ofOrganisation,
    body: z.strictObject({
      name: text(100),
      scopes: z
        .array(z.enum(scopes))
        .min(1, 'must name at least one scope')
        .max(scopes.length)
        .refine((list) => new Set(list).size === list.length, 'must name each scope once'),
      expiresAt: time.optional(),
    }),
    answer: { status: 201, description: 'The key', schema: key.extend({ key: z.string() }) },
    handle: async ({ db, params: { organisationId }, body, caller }) => {
      assertOwn(caller, organisationId, 'organisation');
      assertNoKey(caller);
      await assertStillOwner(db, organisationId, caller);
      if (body.expiresAt !== undefined && Date.parse(body.expiresAt) <= Date.now())
        throw badField('expiresAt', 'must lie in the future');
      const living = await db('api_keys').where({ organisation_id: organisationId, revoked_at: null }).pluck('id');
      if (living.length >= livingMax)
        throw new Problem('conflict', `There are ${livingMax} keys already; revoke one that is not needed any more.`);
      const made = newApiKey();
      const [row] = await db<KeyRow>('api_keys')
        .insert({
          id: newId(),
          organisation_id: organisationId,
          name: body.name,
          sha256: keySha256(made),
          hint: made.slice(0, 12),
          scopes: body.scopes,
          created_by: caller.name,
          expires_at: body.expiresAt === undefined ? null : new Date(body.expiresAt),
        })
        .returning('*');
      return { body: { ...toWire(row!), key: made } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/organisations/{organisationId}/keys',
    summary: 'Lists API keys, revoked ones too, newest first',
    params: ofOrganisation,
    query: pageQuery,
    answer: { status: 200, description: 'A page', schema: listOf(key) },
    handle: async ({ db, params: { organisationId }, query, caller }) => {
      assertOwn(caller, organisationId, 'organisation');
      return answerPage<KeyRow>(db('api_keys').where({ organisation_id: organisationId }), query, 'created_at', toWire);
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/organisations/{organisationId}/keys/{keyId}',
    summary: 'Revokes an API key; it ends at once',
    params: ofOrganisation.extend({ keyId: id }),
    answer: { status: 204, description: 'Revoked' },
    handle: async ({ db, params: { organisationId, keyId }, caller }) => {
      assertOwn(caller, organisationId, 'organisation');
      assertNoKey(caller);
      const known = await db('api_keys').where({ id: keyId, organisation_id: organisationId }).first('id');
      if (!known) throw notFound('key');
      await db('api_keys').where({ id: keyId, revoked_at: null }).update({ revoked_at: db.fn.now() });
      return {};
    },
  }),
];

/** A key that got around must not be able to make itself another one. */
function assertNoKey(caller: Caller): void {
  if (caller.kind === 'key') throw new Problem('forbidden', 'A key cannot make or revoke keys; sign in as an owner.');
}
