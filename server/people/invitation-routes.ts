import { createHash } from 'node:crypto';
import { z } from 'zod';
import { newId, newSecret } from '../database/new-id.js';
import { organisationKinds, roles, type OrganisationKind, type Role } from '../http/access.js';
import { assertOwn } from '../http/caller.js';
import { defineRoute, type Route } from '../http/define-route.js';
import { answerPage } from '../http/page-rows.js';
import { notFound, Problem } from '../http/problem.js';
import { email, id, listOf, pageQuery } from '../http/wire.js';
import { findInvitation, type InvitationRow } from './find-invitation.js';
import { assertStillOwner } from './given-out.js';
import { languages, letterWords } from './mail/letter-words.js';
import type { Post } from './mail/post.js';
import { writeLetter } from './mail/write-letter.js';
import { assertMayName } from './member-routes.js';
import { actForAlso } from './organisation.js';
import { assertRoomFor } from './own-organisation-routes.js';
import type { SignInLimits } from './sign-in/sign-in-limits.js';

const days = 7;
const tokenSha256 = (token: string) => createHash('sha256').update(token).digest();

const invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  invitedBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
});

const toWire = (row: InvitationRow) => ({
  id: row.id,
  email: row.email,
  role: row.role,
  invitedBy: row.invited_by,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});

const ofOrganisation = z.object({ organisationId: id });
const byToken = z.object({ token: z.string().regex(/^[0-9a-z]{26}$/, 'must be as the letter says') });

export interface InvitationNeeds {
  people: { post: Post; limits: SignInLimits };
  publicUrl: string;
}

/** Invitations are for one address: whoever else gets hold of the link can do nothing with it. */
export const invitationRoutes = ({ people, publicUrl }: InvitationNeeds): readonly Route[] => [
  defineRoute({
    method: 'post',
    path: '/v1/organisations/{organisationId}/invitations',
    summary: 'Invites somebody by e-mail; an invitation of the same address before it ends',
    params: ofOrganisation,
    body: z.strictObject({
      email,
      role: z.enum(roles),
      language: z.enum(languages).optional().openapi({ description: 'of the letter; Chinese when left out' }),
    }),
    answer: {
      status: 201,
      description: 'The invitation, with the link that only now is shown, and whether a letter goes out',
      schema: invitation.extend({ url: z.string(), letter: z.boolean() }),
    },
    handle: async ({ db, params: { organisationId }, body, caller }) => {
      assertOwn(caller, organisationId, 'organisation');
      assertMayName(caller, body.role);
      await assertStillOwner(db, organisationId, caller);
      const organisation = await db<{ id: string; name: string }>('organisations')
        .where({ id: organisationId })
        .first();
      if (!organisation) throw notFound('organisation');
      const email = body.email.toLowerCase();
      const already = await db('members')
        .join('people', 'people.id', 'members.person_id')
        .where({ 'members.organisation_id': organisationId, 'people.email': email })
        .first('people.id');
      if (already) throw new Problem('conflict', 'This person is a member already; change the role there.');
      await people.limits.ask('invitation', organisationId);
      await people.limits.ask('letter-to', email);
      await db('invitations').where({ organisation_id: organisationId, email, accepted_at: null }).delete();
      const token = newSecret();
      const [row] = await db<InvitationRow>('invitations')
        .insert({
          id: newId(),
          organisation_id: organisationId,
          email,
          role: body.role,
          token_sha256: tokenSha256(token),
          invited_by: caller.name,
          expires_at: db.raw('now() + make_interval(days => ?)', [days]) as unknown as Date,
        })
        .returning('*');
      const url = `${publicUrl}/console/invitations/${token}`;
      const language = body.language ?? 'zh-CN';
      const words = letterWords[language].invitation(caller.name, organisation.name, body.role);
      return {
        body: { ...toWire(row!), url, letter: people.post.works },
        afterwards: () => people.post.send(writeLetter(email, language, words, url)),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/organisations/{organisationId}/invitations',
    summary: 'Lists invitations that nobody has accepted yet',
    params: ofOrganisation,
    query: pageQuery,
    answer: { status: 200, description: 'A page, newest first', schema: listOf(invitation) },
    handle: async ({ db, params: { organisationId }, query, caller }) => {
      assertOwn(caller, organisationId, 'organisation');
      const open = db('invitations').where({ organisation_id: organisationId, accepted_at: null });
      return answerPage<InvitationRow>(open, query, 'created_at', toWire);
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/organisations/{organisationId}/invitations/{invitationId}',
    summary: 'Withdraws an invitation',
    params: ofOrganisation.extend({ invitationId: id }),
    answer: { status: 204, description: 'The link is not good any more' },
    handle: async ({ db, params: { organisationId, invitationId }, caller }) => {
      assertOwn(caller, organisationId, 'organisation');
      const gone = await db('invitations')
        .where({ id: invitationId, organisation_id: organisationId, accepted_at: null })
        .delete();
      if (gone === 0) throw notFound('invitation');
      return {};
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/invitations/{token}',
    summary: 'What an invitation is for; for whoever has its link',
    params: byToken,
    answer: {
      status: 200,
      description: 'The invitation',
      schema: z.object({
        organisation: z.object({ name: z.string(), kind: z.enum(organisationKinds) }),
        role: z.enum(roles),
        email: z.string(),
        expiresAt: z.string(),
      }),
    },
    handle: async ({ db, params: { token } }) => {
      // A read of a stranger has no transaction of its own, and what opens the invitation must not outlive one.
      const found = await db.transaction((transaction) => findInvitation(transaction, tokenSha256(token)));
      if (!found) throw notGood();
      return {
        body: {
          organisation: { name: found.organisation_name, kind: found.kind satisfies OrganisationKind },
          role: found.role satisfies Role,
          email: found.email,
          expiresAt: found.expires_at.toISOString(),
        },
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/invitations/{token}/accept',
    summary: 'Accepts an invitation as who is signed in',
    params: byToken,
    answer: {
      status: 200,
      description: 'What one belongs to now',
      schema: z.object({ organisationId: z.string(), role: z.enum(roles) }),
    },
    handle: async ({ db, params: { token }, caller }) => {
      const found = await findInvitation(db, tokenSha256(token));
      if (!found) throw notGood();
      if (found.email !== caller.name.toLowerCase())
        throw new Problem(
          'forbidden',
          'This invitation is for another e-mail address; sign in with the one the letter came to.',
        );
      await assertRoomFor(db, caller.id);
      await actForAlso(db, found.organisation_id);
      await db('invitations').where({ id: found.id }).update({ accepted_at: db.fn.now() });
      // A member already, by another way: the invitation never takes a role away.
      await db('members')
        .insert({ organisation_id: found.organisation_id, person_id: caller.id, role: found.role })
        .onConflict(['organisation_id', 'person_id'])
        .ignore();
      return { body: { organisationId: found.organisation_id, role: found.role } };
    },
  }),
];

const notGood = () =>
  new Problem('not-found', 'This invitation is not good any more; ask whoever invited you for a new one.');
