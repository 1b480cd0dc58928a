import { ask } from './ask.js';

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
  secondFactor: boolean;
}

export const nobody: Me = { person: undefined, organisations: [], operator: false, secondFactor: false };

/** `GET /v1/me`; nobody when the answer is that nobody is signed in. */
export async function readMe(): Promise<Me> {
  const { data, response, error } = await ask<Me>('GET', '/v1/me');
  if (data) return { ...nobody, ...data };
  if (response.status === 401) return nobody;
  throw error;
}

/** Whether a role is enough for what asks for another. */
export function mayAs(role: Role, wanted: Role): boolean {
  const ranks: readonly Role[] = ['viewer', 'editor', 'owner'];
  return ranks.indexOf(role) >= ranks.indexOf(wanted);
}
