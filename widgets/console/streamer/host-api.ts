import type { Answered } from '../../../plugin/client/kindcast-client.js';
import type { Money } from '../../feed/wire.js';
import { answered } from '../ask.js';

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

type List<T> = { items: T[]; nextCursor?: string };

/** Newest first. A host with more than these has seen the others long ago. */
const shown = 100;

const one = (id: string) => ({ path: { id } });

export const hostApi = {
  sessions: (organisationId: string) =>
    answered<List<Session>>('GET', '/v1/sessions', { query: { organisationId, limit: shown } }),
  session: (id: string) => answered<Session>('GET', '/v1/sessions/{id}', one(id)),
  links: (id: string) => answered<Links>('GET', '/v1/sessions/{id}/links', one(id)),
  script: (id: string) => answered<Script>('GET', '/v1/sessions/{id}/script', one(id)),
  pace: (id: string) => answered<Pace>('GET', '/v1/sessions/{id}/pace', one(id)),
  report: (id: string) => answered<Report>('GET', '/v1/sessions/{id}/report', one(id)),
  schedule: (organisationId: string, told: SessionTold) =>
    answered<Session>('POST', '/v1/sessions', { body: { ...told, organisationId } }),
  change: (id: string, told: SessionTold) => answered<Session>('PUT', '/v1/sessions/{id}', { ...one(id), body: told }),
  start: (id: string) => answered<Session>('POST', '/v1/sessions/{id}/start', { ...one(id), body: {} }),
  end: (id: string) => answered<Session>('POST', '/v1/sessions/{id}/end', { ...one(id), body: {} }),
  callOff: (id: string) => answered<void>('DELETE', '/v1/sessions/{id}', one(id)),
  restore: (id: string) => answered<Session>('POST', '/v1/sessions/{id}/restore', { ...one(id), body: {} }),
  linkableShops: (organisationId: string) =>
    answered<{ items: LinkableShop[] }>('GET', '/v1/linkable-shops', { query: { organisationId } }),
  shopRequests: (organisationId: string) =>
    answered<List<ShopRequest>>('GET', '/v1/shop-requests', { query: { organisationId, limit: shown } }),
  askShop: (organisationId: string, domain: string) =>
    answered<ShopRequest>('POST', '/v1/shop-requests', { body: { organisationId, domain } }),
  takeBack: (id: string) => answered<void>('DELETE', '/v1/shop-requests/{id}', one(id)),
};

/** The address of a report as a table, for a download. */
export const reportCsvAddress = (id: string) => `/v1/sessions/${encodeURIComponent(id)}/report.csv`;
