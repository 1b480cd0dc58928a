import type { Answered } from '../../plugin/client/kindcast-client.js';
import { api, KindcastProblem } from './ask.js';

type SignedIn = Answered<'/v1/me', 'get'>;

/** An organisation and what the person may do in it. */
export type Membership = SignedIn['organisations'][number];
export type OrganisationKind = Membership['kind'];
export type Role = Membership['role'];

/** Who looks at the console. */
export type Me = Omit<SignedIn, 'person' | 'organisations'> & {
  /** Undefined while nobody is signed in. */
  person: SignedIn['person'] | undefined;
  organisations: readonly Membership[];
};

export const nobody: Me = {
  person: undefined,
  organisations: [],
  operator: false,
  secondFactor: false,
  secondFactorSetUp: false,
};

/** `GET /v1/me`; nobody when the answer is that nobody is signed in. */
export async function readMe(): Promise<Me> {
  try {
    return await api.get('/v1/me');
  } catch (error) {
    if (error instanceof KindcastProblem && error.status === 401) return nobody;
    throw error;
  }
}

/** Whether a role is enough for what asks for another. */
export function mayAs(role: Role, wanted: Role): boolean {
  const ranks: readonly Role[] = ['viewer', 'editor', 'owner'];
  return ranks.indexOf(role) >= ranks.indexOf(wanted);
}
