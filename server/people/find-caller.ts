import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { roles, type ForMembers, type Guarded, type OrganisationKind, type Role, type Scope } from '../http/access.js';
import type { Caller } from '../http/caller.js';
import { Problem } from '../http/problem.js';
import { assertOwnPage } from '../http/same-origin.js';
import type { OperatorKey } from './operator-key.js';

/** Somebody who has signed in. */
export interface Person {
  id: string;
  email: string;
  memberships: readonly { organisationId: string; kind: OrganisationKind; role: Role }[];
  /** Was made an operator. Acts as one only while his session has passed the second factor. */
  operator: boolean;
  secondFactor: boolean;
}

/** A key that an organisation made for its programs. */
export interface ApiKey {
  id: string;
  name: string;
  organisationId: string;
  kind: OrganisationKind;
  scopes: readonly Scope[];
}

/** Where credentials other than the operator key are looked up. */
export interface Credentials {
  /** The person whose session cookie the request carries. */
  personOf(request: Request): Promise<Person | undefined>;
  /** The living key with this text; undefined when it is unknown, revoked or over. */
  apiKey(text: string): Promise<ApiKey | undefined>;
}

const sha256 = (key: string) => createHash('sha256').update(key).digest();

/**
 * The guard in front of every route of the API: finds who calls, and whether his kind of caller may.
 *
 * @throws {Problem} `unauthorized` without credentials that are known here, `forbidden` with ones that do not reach so far
 */
export function authoriseWith(operatorKey: OperatorKey, credentials: Credentials, publicUrl: string) {
  return async (request: Request, access: Exclude<Guarded, 'public'>): Promise<Caller> => {
    const bearer = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
    if (bearer !== undefined) return callerOfKey(bearer, access);
    const person = await credentials.personOf(request);
    if (!person)
      throw new Problem(
        'unauthorized',
        'This address needs credentials: sign in, or send Authorization: Bearer <key>.',
      );
    // A browser sends the cookie along whoever makes it ask; so only our own pages may make it write.
    if (request.method !== 'GET' && request.method !== 'HEAD') assertOwnPage(request, publicUrl);
    return callerOfPerson(person, access);
  };

  async function callerOfKey(text: string, access: Exclude<Guarded, 'public'>): Promise<Caller> {
    // Hashes have one length, so comparing them takes the same time however much of a guess is right.
    if (timingSafeEqual(sha256(text), operatorKey.sha256)) {
      if (access === 'person')
        throw new Problem('forbidden', 'This is for people who have signed in; a key has no account of its own.');
      return { kind: 'operator key', id: '', name: 'operator key', operator: true, organisations: [] };
    }
    const key = await credentials.apiKey(text);
    if (!key)
      throw new Problem('unauthorized', 'This key is not known here, or is over; check Authorization: Bearer <key>.');
    if (access === 'operator' || access === 'person')
      throw new Problem('forbidden', 'An API key of an organisation does not reach here.');
    if (!key.scopes.includes(access.scope))
      throw new Problem('forbidden', `This key may not do that: it lacks the scope ${access.scope}.`);
    if (!isFor(access, key.kind)) throw foreignKind(access);
    return { kind: 'key', id: key.id, name: key.name, operator: false, organisations: [key.organisationId] };
  }
}

function callerOfPerson(person: Person, access: Exclude<Guarded, 'public'>): Caller {
  const caller: Caller = { kind: 'person', id: person.id, name: person.email, operator: false, organisations: [] };
  const operator = person.operator && person.secondFactor;
  if (access === 'person')
    return { ...caller, operator, organisations: person.memberships.map(({ organisationId }) => organisationId) };
  if (operator) return { ...caller, operator };
  if (access === 'operator') {
    if (person.operator)
      throw new Problem(
        'forbidden',
        'Operators need the second factor: set it up in your account, then sign in with its code.',
      );
    throw new Problem('forbidden', 'Only operators of this installation may do this.');
  }
  const ofKind = person.memberships.filter(({ kind }) => isFor(access, kind));
  if (ofKind.length === 0) throw foreignKind(access);
  const reaching = ofKind.filter(({ role }) => roles.indexOf(role) >= roles.indexOf(access.role));
  if (reaching.length === 0)
    throw new Problem(
      'forbidden',
      `Your role does not reach so far: this needs ${access.role}. Ask an owner of your organisation.`,
    );
  return { ...caller, organisations: reaching.map(({ organisationId }) => organisationId) };
}

const isFor = ({ kinds }: ForMembers, kind: OrganisationKind) => kinds.length === 0 || kinds.includes(kind);

function foreignKind({ kinds }: ForMembers): Problem {
  const whose = kinds.length === 0 ? 'an organisation' : `a ${kinds.join(' or ')}`;
  return new Problem('forbidden', `This is for members of ${whose}, and you act for none.`);
}
