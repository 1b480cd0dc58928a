/**
 * Who may call what: the one place to read it. A route that is not listed here cannot be mounted, and a line here without
 * a route fails the start.
 *
 * - `public`: anyone
 * - `operator`: the bearer of the operator key
 * - `signed`: whoever signed the body with the shop's secret
 * - `link`: whoever knows the address, which is a secret
 */
export type Access = Guarded | 'signed' | 'link';

/** What the guard in front of the API's routes decides; the others are their own guards. */
export type Guarded = 'public' | 'operator';

export const whoMayCall: Readonly<Record<string, Access>> = {
  'POST /webhooks/shopify': 'signed',
  'POST /v1/charities': 'operator',
  'GET /v1/charities': 'operator',
  'POST /v1/projects': 'operator',
  'GET /v1/projects': 'operator',
  'POST /v1/merchants': 'operator',
  'GET /v1/merchants': 'operator',
  'POST /v1/shops': 'operator',
  'GET /v1/shops': 'operator',
  'PUT /v1/shops/{shopId}/origins': 'operator',
  'GET /v1/shops/{shopId}/items': 'operator',
  'PUT /v1/shops/{shopId}/items/{productId}': 'operator',
  'DELETE /v1/shops/{shopId}/items/{productId}': 'operator',
  'GET /v1/shops/{shopId}/items/{productId}/rule': 'public',
  'GET /v1/shops/{shopId}/orders/{storeOrderId}/thanks': 'link',
  'POST /v1/sessions': 'operator',
  'GET /v1/sessions': 'operator',
  'GET /v1/sessions/{id}': 'operator',
  'POST /v1/sessions/{id}/start': 'operator',
  'POST /v1/sessions/{id}/end': 'operator',
  'POST /v1/sessions/{id}/overlay-key': 'operator',
  'GET /v1/sessions/{id}/totals': 'public',
  'GET /v1/projects/{id}/totals': 'public',
  'GET /v1/shops/{id}/totals': 'public',
  'GET /v1/sessions/{id}/gifts': 'public',
  'GET /v1/projects/{id}/gifts': 'public',
  'GET /v1/shops/{id}/gifts': 'public',
  'GET /v1/sessions/{id}/about': 'public',
  'GET /v1/projects/{id}/about': 'public',
  'GET /v1/board': 'public',
  'GET /v1/sessions/{id}/history': 'public',
  'GET /v1/projects/{id}/history': 'public',
  'GET /v1/orders/{shopId}/{storeOrderId}': 'operator',
  'GET /v1/checks': 'operator',
  'GET /v1/dead-letters': 'operator',
  'POST /v1/dead-letters/{id}/replay': 'operator',
  'GET /openapi.json': 'public',
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'public',
  'GET /': 'public',
  'GET /sessions/{id}': 'public',
  'GET /sessions/{id}/picture.png': 'public',
  'GET /projects/{id}': 'public',
  'GET /projects/{id}/picture.png': 'public',
  'GET /overlay/{key}': 'link',
  'GET /overlay/{key}/studio': 'link',
  'GET /overlay/{key}/session-qr.png': 'link',
  'POST /overlay/{key}/test-gift': 'link',
  'POST /overlay/{key}/revoke': 'link',
  'GET /thanks/{shopId}/{storeOrderId}': 'link',
  'GET /console': 'public',
  'GET /console/{path}': 'public',
  'GET /widgets': 'public',
  'GET /widgets/{file}': 'public',
  'GET /fonts/{file}': 'public',
};
