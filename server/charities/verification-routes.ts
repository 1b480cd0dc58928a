import type { Knex } from 'knex';
import { z } from 'zod';
import { newId } from '../database/new-id.js';
import { assertOwn, type Caller } from '../http/caller.js';
import { defineRoute } from '../http/define-route.js';
import { badField, Problem } from '../http/problem.js';
import { id, listOf, text } from '../http/wire.js';
import { evidenceOf } from './evidence-routes.js';
import { charities, charitySchema, readCharity, toWire, type Charity } from './read-charity.js';

const decision = z.object({
  id: z.string(),
  decision: z.enum(['verified', 'refused']),
  note: z.string().optional(),
  evidenceIds: z.array(z.string()),
  decidedBy: z.string(),
  decidedAt: z.string(),
});

const version = z.int().min(0).openapi({ description: 'The version of the verification that the operator looked at.' });

/** More than this many waiting means that a few operators are needed, not a longer list. */
const queueShown = 200;

/** A charity asks, an operator looks and decides. Every decision stays, with what it was made on. */
export const verificationRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/charities/{id}/ask-verification',
    summary: 'Asks an operator to verify a charity by its profile and evidence',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    answer: { status: 200, description: 'The charity, now waiting', schema: charitySchema },
    handle: async ({ db, params, caller }) => {
      assertOwn(caller, params.id, 'charity');
      const charity = await lockCharity(db, params.id);
      if (charity.verification.state === 'verified') throw new Problem('conflict', 'This charity is verified already.');
      const [first] = charity.verification.missing;
      if (first) throw badField(first, missingWords[first]);
      await db('charity_verifications')
        .insert({ charity_id: params.id, asked_at: db.raw('now()') })
        .onConflict('charity_id')
        .merge({ asked_at: db.raw('coalesce(charity_verifications.asked_at, now())'), refused_at: null });
      return { body: await readCharity(db, params.id) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/verifications',
    summary: 'Charities that wait to be verified, the longest waiting first',
    answer: { status: 200, description: 'All of them', schema: listOf(charitySchema) },
    handle: async ({ db }) => {
      const waiting = charities(db).whereNotNull('v.asked_at').whereNull('o.verified_at');
      return { body: { items: (await waiting.orderBy('v.asked_at').limit(queueShown)).map(toWire) } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/charities/{id}/decisions',
    summary: 'What operators have decided about a charity, newest first',
    params: z.object({ id }),
    answer: { status: 200, description: 'All decisions', schema: listOf(decision) },
    handle: async ({ db, params }) => {
      const rows = await db('charity_decisions').where({ charity_id: params.id }).orderBy('decided_at', 'desc');
      return { body: { items: rows.map(decisionToWire) } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/charities/{id}/verify',
    summary: 'Verifies a charity by the evidence looked at; from then on it can receive payouts',
    params: z.object({ id }),
    body: z.strictObject({ version, evidenceIds: z.array(id).min(1).max(20), note: text(1_000).optional() }),
    answer: { status: 200, description: 'The charity, verified', schema: charitySchema },
    handle: async ({ db, params, body, caller }) => {
      const charity = await lockCharity(db, params.id);
      assertAsSeen(charity, body.version);
      if (charity.verification.state !== 'waiting')
        throw new Problem(
          'conflict',
          `This charity does not wait to be verified: it is ${charity.verification.state}.`,
        );
      const evidence = await evidenceOf(db, params.id);
      const seen = evidence.filter((piece) => body.evidenceIds.includes(piece.id));
      if (seen.length < new Set(body.evidenceIds).size)
        throw badField('evidenceIds', 'names a paper that this charity has not sent');
      if (!seen.some(({ kind }) => kind === 'registration'))
        throw badField('evidenceIds', 'must contain a paper of the kind "registration"');
      await keepDecision(db, charity, caller, { decision: 'verified', note: body.note, evidenceIds: body.evidenceIds });
      await db('organisations')
        .where({ id: params.id })
        .update({ verified_at: db.raw('now()') });
      await settle(db, params.id, { changed: db.raw(`'{}'`) });
      return { body: await readCharity(db, params.id) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/charities/{id}/refuse',
    summary: 'Refuses a charity that waits, or takes back that one was verified; it reads the reason and may ask again',
    params: z.object({ id }),
    body: z.strictObject({ version, reason: text(1_000) }),
    answer: { status: 200, description: 'The charity, refused', schema: charitySchema },
    handle: async ({ db, params, body, caller }) => {
      const charity = await lockCharity(db, params.id);
      assertAsSeen(charity, body.version);
      const { state } = charity.verification;
      if (state !== 'waiting' && state !== 'verified')
        throw new Problem('conflict', `There is nothing to refuse: this charity is ${state}.`);
      const evidenceIds = (await evidenceOf(db, params.id)).map((piece) => piece.id);
      await keepDecision(db, charity, caller, { decision: 'refused', note: body.reason, evidenceIds });
      await db('organisations').where({ id: params.id }).update({ verified_at: null });
      await settle(db, params.id, { refused_at: db.raw('now()'), refused_reason: body.reason });
      return { body: await readCharity(db, params.id) };
    },
  }),
];

const missingWords: Record<Charity['verification']['missing'][number], string> = {
  registrationNumber: 'is missing; give the number your charity is registered under in its profile',
  about: 'is missing; say in its profile what your charity does, in Chinese or English',
  contact: 'is missing; give in its profile how people can reach your charity',
  registration: 'is missing; upload the certificate of registration first',
};

/** Whoever decides holds the charity, so that nothing changes between looking and deciding. */
async function lockCharity(db: Knex, charityId: string): Promise<Charity> {
  await db('organisations').where({ id: charityId, kind: 'charity' }).forUpdate().first('id');
  return readCharity(db, charityId);
}

function assertAsSeen(charity: Charity, seen: number): void {
  if (charity.verification.version === seen) return;
  throw new Problem('conflict', 'This charity has changed something since you looked; look again before you decide.');
}

async function keepDecision(
  db: Knex,
  { id: charityId, verification }: Charity,
  caller: Caller,
  made: { decision: 'verified' | 'refused'; note?: string | undefined; evidenceIds: string[] },
): Promise<void> {
  await db('charity_decisions').insert({
    id: newId(),
    charity_id: charityId,
    decision: made.decision,
    note: made.note ?? null,
    evidence_ids: made.evidenceIds,
    version: verification.version,
    decided_by: caller.name,
  });
}

async function settle(db: Knex, charityId: string, more: Record<string, unknown>): Promise<void> {
  const settled = { asked_at: null, refused_at: null, refused_reason: null, ...more };
  await db('charity_verifications')
    .insert({ charity_id: charityId, ...settled })
    .onConflict('charity_id')
    .merge(settled);
}

interface DecisionRow {
  id: string;
  decision: 'verified' | 'refused';
  note: string | null;
  evidence_ids: string[];
  decided_by: string;
  decided_at: Date;
}

const decisionToWire = (row: DecisionRow) => ({
  id: row.id,
  decision: row.decision,
  ...(row.note !== null && { note: row.note }),
  evidenceIds: row.evidence_ids,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at.toISOString(),
});
