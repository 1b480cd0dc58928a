import type { Answered, ItemOf } from '../../../../plugin/client/kindcast-client.js';
import { api } from '../../ask.js';

export type Endpoint = ItemOf<'/v1/webhook-endpoints'>;
export type EndpointWithSecret = Answered<'/v1/webhook-endpoints/{id}/rotate-secret', 'post'>;
export type Delivery = ItemOf<'/v1/webhook-endpoints/{id}/deliveries'>;

/** What people decide about an endpoint. */
export type EndpointSettings = Pick<Endpoint, 'url' | 'events' | 'description' | 'enabled'>;

const of = (id: string) => ({ params: { path: { id } } });
const settled = ({ url, events, description, enabled }: EndpointSettings) => ({
  url,
  events,
  enabled,
  ...(description && { description }),
});

/** What the pages about webhooks ask of the server. Everything throws a `KindcastProblem`. */
export const hooks = {
  /** All of them: an organisation has at most twenty. */
  list: async (organisation: string) =>
    (await api.get('/v1/webhook-endpoints', { params: { query: { organisation, limit: 200 } } })).items,
  one: (id: string) => api.get('/v1/webhook-endpoints/{id}', of(id)),
  make(organisationId: string, { url, events, description }: EndpointSettings): Promise<EndpointWithSecret> {
    const body = { organisationId, url, events, ...(description && { description }) };
    return api.post('/v1/webhook-endpoints', { body });
  },
  change: (id: string, settings: EndpointSettings) =>
    api.put('/v1/webhook-endpoints/{id}', { ...of(id), body: settled(settings) }),
  remove: (id: string) => api.delete('/v1/webhook-endpoints/{id}', of(id)),
  rotate: (id: string) => api.post('/v1/webhook-endpoints/{id}/rotate-secret', { ...of(id), body: {} }),
  test: (id: string) => api.post('/v1/webhook-endpoints/{id}/test', { ...of(id), body: {} }),
  resend: (delivery: string) => api.post('/v1/webhook-deliveries/{id}/resend', { ...of(delivery), body: {} }),
  deliveries: (id: string, cursor?: string) =>
    api.get('/v1/webhook-endpoints/{id}/deliveries', {
      params: { path: { id }, query: { limit: 50, ...(cursor && { cursor }) } },
    }),
};
