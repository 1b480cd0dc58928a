import { answered, KindcastProblem } from './ask.js';

export type OrganisationKind = 'merchant' | 'charity' | 'streamer' | 'sponsor';
export type Role = 'owner' | 'editor' | 'viewer';

/** An organisation and what the person may do in it. */
export interface Membership {
  id: string;
  kind: OrganisationKind;
  name: string;
  role: Role;
  /** Charities alone: when an operator verified it; undefined while nobody has. */
  verifiedAt?: string | undefined;
}

export interface Person {
  id: string;
  email: string;
  name: string;
}

/** Who looks at the console. */
export interface Me {
  /** Undefined while nobody is signed in. */
  person: Person | undefined;
  organisations: readonly Membership[];
  operator: boolean;
  /** Whether this session has passed the second factor, without which an operator cannot act as one. */
  secondFactor: boolean;
  secondFactorSetUp: boolean;
}

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
    return { ...nobody, ...(await answered<Partial<Me>>('GET', '/v1/me')) };
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
