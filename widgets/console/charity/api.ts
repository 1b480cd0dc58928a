import type { Answered, BodyOf, ItemOf } from '../../../plugin/client/kindcast-client.js';
import { api } from '../ask.js';

export type Charity = Answered<'/v1/charities/{id}/profile', 'get'>;
export type Evidence = ItemOf<'/v1/charities/{id}/evidence'>;
export type Money = Answered<'/v1/charities/{id}/money', 'get'>;
export type ProjectMoney = Money['projects'][number];
export type Givers = Answered<'/v1/charities/{id}/givers', 'get'>;
export type Gift = ItemOf<'/v1/charities/{id}/gifts'>;
export type ReportDue = ItemOf<'/v1/charities/{id}/reports-due'>;
export type Project = ItemOf<'/v1/projects'>;

type Profile = BodyOf<'/v1/charities/{id}/profile', 'put'>;
type NewProject = BodyOf<'/v1/projects', 'post'>;
type ProjectFacts = BodyOf<'/v1/projects/{id}', 'put'>;
type ProjectReport = BodyOf<'/v1/projects/{id}/reports', 'post'>;

const of = (id: string) => ({ params: { path: { id } } });

/** What a charity's pages ask of the server. Everything throws a `KindcastProblem`. */
export const charityApi = {
  charity: (id: string) => api.get('/v1/charities/{id}/profile', of(id)),
  saveProfile: (id: string, body: Profile) => api.put('/v1/charities/{id}/profile', { ...of(id), body }),
  evidence: async (id: string) => (await api.get('/v1/charities/{id}/evidence', of(id))).items,
  /** Sends the paper itself as the body. */
  addEvidence: (id: string, kind: Evidence['kind'], fileName: string, paper: Blob) =>
    api.post('/v1/charities/{id}/evidence', {
      params: { path: { id }, query: { kind, fileName } },
      headers: { 'content-type': paper.type },
      // The description knows a file only as a string.
      body: '',
      bodySerializer: () => paper,
    }),
  removeEvidence: (id: string, evidenceId: string) =>
    api.delete('/v1/charities/{id}/evidence/{evidenceId}', { params: { path: { id, evidenceId } } }),
  askVerification: (id: string) => api.post('/v1/charities/{id}/ask-verification', { ...of(id), body: {} }),
  money: (id: string) => api.get('/v1/charities/{id}/money', of(id)),
  givers: (id: string) => api.get('/v1/charities/{id}/givers', of(id)),
  gifts: (id: string, cursor?: string) =>
    api.get('/v1/charities/{id}/gifts', { params: { path: { id }, query: { limit: 50, ...(cursor && { cursor }) } } }),
  reportsDue: async (id: string) => (await api.get('/v1/charities/{id}/reports-due', of(id))).items,
  async projects(charityId: string, archived = false): Promise<Project[]> {
    const query = { limit: 200, charityId, archived: archived ? ('true' as const) : ('false' as const) };
    return (await api.get('/v1/projects', { params: { query } })).items;
  },
  makeProject: (body: NewProject) => api.post('/v1/projects', { body }),
  changeProject: (id: string, body: ProjectFacts) => api.put('/v1/projects/{id}', { ...of(id), body }),
  archive: (id: string) => api.post('/v1/projects/{id}/archive', { ...of(id), body: {} }),
  restore: (id: string) => api.post('/v1/projects/{id}/restore', { ...of(id), body: {} }),
  publish: (id: string, body: ProjectReport) => api.post('/v1/projects/{id}/reports', { ...of(id), body }),
};

/** Where a paper can be downloaded, and shown when it is a picture. */
export const fileOf = (charityId: string, evidenceId: string) =>
  `/v1/charities/${encodeURIComponent(charityId)}/evidence/${evidenceId}/file`;
