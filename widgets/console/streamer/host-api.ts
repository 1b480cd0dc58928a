import type { Answered } from '../../../plugin/client/kindcast-client.js';
import type { Money } from '../../feed/wire.js';
import { api } from '../ask.js';

/** What the server answers to hosts; the types come from its own description. */
export type Session = Answered<'/v1/sessions/{id}', 'get'>;
export type Links = Answered<'/v1/sessions/{id}/links', 'get'>;
export type Script = Answered<'/v1/sessions/{id}/script', 'get'>;
export type ScriptLine = Script['lines'][number];
export type Pace = Answered<'/v1/sessions/{id}/pace', 'get'>;
export type Report = Answered<'/v1/sessions/{id}/report', 'get'>;
export type LinkableShop = Answered<'/v1/linkable-shops', 'get'>['items'][number];
export type ShopRequest = Answered<'/v1/shop-requests', 'get'>['items'][number];

/** What a host says of a session. */
export interface SessionTold {
  title: string;
  streamer: string;
  shopIds: string[];
  scheduledFor?: string;
  goal?: Money;
  provider?: string;
  channel?: string;
}

/** Newest first. A host with more than these has seen the others long ago. */
const limit = 100;

const one = (id: string) => ({ params: { path: { id } } });
const of = (organisationId: string) => ({ params: { query: { organisationId, limit } } });

export const hostApi = {
  sessions: (organisationId: string) => api.get('/v1/sessions', of(organisationId)),
  session: (id: string) => api.get('/v1/sessions/{id}', one(id)),
  links: (id: string) => api.get('/v1/sessions/{id}/links', one(id)),
  script: (id: string) => api.get('/v1/sessions/{id}/script', one(id)),
  pace: (id: string) => api.get('/v1/sessions/{id}/pace', one(id)),
  report: (id: string) => api.get('/v1/sessions/{id}/report', one(id)),
  schedule: (organisationId: string, told: SessionTold) =>
    api.post('/v1/sessions', { body: { ...told, organisationId } }),
  change: (id: string, told: SessionTold) => api.put('/v1/sessions/{id}', { ...one(id), body: told }),
  start: (id: string) => api.post('/v1/sessions/{id}/start', { ...one(id), body: {} }),
  end: (id: string) => api.post('/v1/sessions/{id}/end', { ...one(id), body: {} }),
  callOff: (id: string) => api.delete('/v1/sessions/{id}', one(id)),
  restore: (id: string) => api.post('/v1/sessions/{id}/restore', { ...one(id), body: {} }),
  linkableShops: (organisationId: string) => api.get('/v1/linkable-shops', { params: { query: { organisationId } } }),
  shopRequests: (organisationId: string) => api.get('/v1/shop-requests', of(organisationId)),
  askShop: (organisationId: string, domain: string) =>
    api.post('/v1/shop-requests', { body: { organisationId, domain } }),
  takeBack: (id: string) => api.delete('/v1/shop-requests/{id}', one(id)),
};

/** The address of a report as a table, for a download. */
export const reportCsvAddress = (id: string) => `/v1/sessions/${encodeURIComponent(id)}/report.csv`;
