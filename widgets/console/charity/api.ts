import type { Answered, ItemOf } from '../../../plugin/client/kindcast-client.js';
import { problemOf, unreachable } from '../../../plugin/client/kindcast-problem.js';
import { answered } from '../ask.js';

export type Charity = Answered<'/v1/charities/{id}/profile', 'get'>;
export type Evidence = ItemOf<'/v1/charities/{id}/evidence'>;
export type Money = Answered<'/v1/charities/{id}/money', 'get'>;
export type ProjectMoney = Money['projects'][number];
export type Givers = Answered<'/v1/charities/{id}/givers', 'get'>;
export type Gifts = Answered<'/v1/charities/{id}/gifts', 'get'>;
export type Gift = Gifts['items'][number];
export type ReportDue = ItemOf<'/v1/charities/{id}/reports-due'>;
export type Project = ItemOf<'/v1/projects'>;

const of = (id: string) => `/v1/charities/${encodeURIComponent(id)}`;
const project = (id: string) => `/v1/projects/${encodeURIComponent(id)}`;
const list = async <T>(path: string) => (await answered<{ items: T[] }>('GET', path)).items;

/** What a charity's pages ask of the server. Everything throws a `KindcastProblem`. */
export const api = {
  charity: (id: string) => answered<Charity>('GET', `${of(id)}/profile`),
  saveProfile: (id: string, body: unknown) => answered<Charity>('PUT', `${of(id)}/profile`, { body }),
  evidence: (id: string) => list<Evidence>(`${of(id)}/evidence`),
  removeEvidence: (id: string, evidenceId: string) => answered('DELETE', `${of(id)}/evidence/${evidenceId}`),
  askVerification: (id: string) => answered<Charity>('POST', `${of(id)}/ask-verification`, { body: {} }),
  money: (id: string) => answered<Money>('GET', `${of(id)}/money`),
  givers: (id: string) => answered<Givers>('GET', `${of(id)}/givers`),
  gifts: (id: string, cursor?: string) => answered<Gifts>('GET', `${of(id)}/gifts`, { query: { limit: '50', cursor } }),
  reportsDue: (id: string) => list<ReportDue>(`${of(id)}/reports-due`),
  projects: (id: string, archived = false) =>
    list<Project>(`/v1/projects?limit=200&charityId=${encodeURIComponent(id)}&archived=${archived}`),
  makeProject: (body: unknown) => answered<Project>('POST', '/v1/projects', { body }),
  changeProject: (id: string, body: unknown) => answered<Project>('PUT', project(id), { body }),
  archive: (id: string) => answered<Project>('POST', `${project(id)}/archive`, { body: {} }),
  restore: (id: string) => answered<Project>('POST', `${project(id)}/restore`, { body: {} }),
  publish: (id: string, body: unknown) => answered('POST', `${project(id)}/reports`, { body }),
};

/** Where a paper can be downloaded, and shown when it is a picture. */
export const fileOf = (charityId: string, evidenceId: string) => `${of(charityId)}/evidence/${evidenceId}/file`;

/** Sends the paper itself as the body. */
export async function upload(charityId: string, kind: string, fileName: string, file: Blob): Promise<Evidence> {
  const query = new URLSearchParams({ kind, fileName });
  const response = await fetch(`${of(charityId)}/evidence?${query}`, {
    method: 'POST',
    headers: { 'content-type': file.type, accept: 'application/json' },
    body: file,
  }).catch((error: unknown) => {
    throw unreachable(error);
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Evidence;
}
