import type { Answered, ItemOf } from '../../../plugin/client/kindcast-client.js';
import { answered } from '../ask.js';
import type { Charity, Evidence } from '../charity/api.js';

export type Health = Answered<'/v1/health-report', 'get'>;
export type Checks = Answered<'/v1/checks', 'get'>;
export type Letter = ItemOf<'/v1/dead-letters'>;
export type Payload = Answered<'/v1/dead-letters/{id}/payload', 'get'>;
export type Replayed = Answered<'/v1/dead-letters/{id}/replay', 'post'>;
export type Decision = ItemOf<'/v1/charities/{id}/decisions'>;

export interface Organisation {
  id: string;
  kind: 'merchant' | 'charity' | 'streamer' | 'sponsor';
  name: string;
  country?: string;
  verifiedAt?: string;
  createdAt: string;
}

export interface Operator {
  personId: string;
  name: string;
  email: string;
  secondFactor: boolean;
}

interface Page<T> {
  items: T[];
  nextCursor?: string;
}

const charity = (id: string) => `/v1/charities/${encodeURIComponent(id)}`;
const letter = (id: string) => `/v1/dead-letters/${encodeURIComponent(id)}`;
const page =
  <T>(path: string, query: Record<string, string> = {}) =>
  (cursor: string | undefined) =>
    answered<Page<T>>('GET', path, { query: { limit: '100', cursor, ...query } });

/** What the operator's pages ask of the server. Everything throws a `KindcastProblem`. */
export const api = {
  health: () => answered<Health>('GET', '/v1/health-report'),
  checks: () => answered<Checks>('GET', '/v1/checks'),
  waiting: async () => (await answered<Page<Charity>>('GET', '/v1/verifications')).items,
  charity: (id: string) => answered<Charity>('GET', `${charity(id)}/profile`),
  evidence: async (id: string) => (await answered<Page<Evidence>>('GET', `${charity(id)}/evidence`)).items,
  decisions: async (id: string) => (await answered<Page<Decision>>('GET', `${charity(id)}/decisions`)).items,
  verify: (id: string, body: unknown) => answered<Charity>('POST', `${charity(id)}/verify`, { body }),
  refuse: (id: string, body: unknown) => answered<Charity>('POST', `${charity(id)}/refuse`, { body }),
  letters: (state: 'waiting' | 'dismissed') => page<Letter>('/v1/dead-letters', { state }),
  payload: (id: string) => answered<Payload>('GET', `${letter(id)}/payload`),
  replay: (id: string) => answered<Replayed>('POST', `${letter(id)}/replay`, { body: {} }),
  dismiss: (id: string, reason: string) => answered<Letter>('POST', `${letter(id)}/dismiss`, { body: { reason } }),
  restore: (id: string) => answered<Letter>('POST', `${letter(id)}/restore`, { body: {} }),
  organisations: page<Organisation>('/v1/organisations'),
  operators: async () => (await answered<Page<Operator>>('GET', '/v1/operators')).items,
  addOperator: (email: string) => answered<Operator>('POST', '/v1/operators', { body: { email } }),
  takeOperator: (personId: string) => answered('DELETE', `/v1/operators/${encodeURIComponent(personId)}`),
};
