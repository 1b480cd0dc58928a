import type { Answered, BodyOf, ItemOf } from '../../../plugin/client/kindcast-client.js';
import { api } from '../ask.js';

export type Health = Answered<'/v1/health-report', 'get'>;
export type Checks = Answered<'/v1/checks', 'get'>;
export type Letter = ItemOf<'/v1/dead-letters'>;
export type Payload = Answered<'/v1/dead-letters/{id}/payload', 'get'>;
export type Decision = ItemOf<'/v1/charities/{id}/decisions'>;
export type Organisation = ItemOf<'/v1/organisations'>;
export type Waiting = Answered<'/v1/verifications', 'get'>['items'][number];
export type Operator = ItemOf<'/v1/operators'>;

type Verified = BodyOf<'/v1/charities/{id}/verify', 'post'>;
type Refused = BodyOf<'/v1/charities/{id}/refuse', 'post'>;

const of = (id: string) => ({ params: { path: { id } } });
const pageAt = (cursor: string | undefined) => ({ limit: 100, ...(cursor && { cursor }) });

/** What the operator's pages ask of the server. Everything throws a `KindcastProblem`. */
export const operatorApi = {
  health: () => api.get('/v1/health-report'),
  checks: () => api.get('/v1/checks'),
  waiting: async () => (await api.get('/v1/verifications')).items,
  charity: (id: string) => api.get('/v1/charities/{id}/profile', of(id)),
  evidence: async (id: string) => (await api.get('/v1/charities/{id}/evidence', of(id))).items,
  decisions: async (id: string) => (await api.get('/v1/charities/{id}/decisions', of(id))).items,
  verify: (id: string, body: Verified) => api.post('/v1/charities/{id}/verify', { ...of(id), body }),
  refuse: (id: string, body: Refused) => api.post('/v1/charities/{id}/refuse', { ...of(id), body }),
  letters: (state: 'waiting' | 'dismissed') => (cursor: string | undefined) =>
    api.get('/v1/dead-letters', { params: { query: { ...pageAt(cursor), state } } }),
  payload: (id: string) => api.get('/v1/dead-letters/{id}/payload', of(id)),
  replay: (id: string) => api.post('/v1/dead-letters/{id}/replay', { ...of(id), body: {} }),
  dismiss: (id: string, reason: string) => api.post('/v1/dead-letters/{id}/dismiss', { ...of(id), body: { reason } }),
  restore: (id: string) => api.post('/v1/dead-letters/{id}/restore', { ...of(id), body: {} }),
  organisations: (cursor: string | undefined) => api.get('/v1/organisations', { params: { query: pageAt(cursor) } }),
  operators: async () => (await api.get('/v1/operators')).items,
  addOperator: (email: string) => api.post('/v1/operators', { body: { email } }),
  takeOperator: (personId: string) => api.delete('/v1/operators/{personId}', { params: { path: { personId } } }),
};
