/** From the least to the most a person may do in an organisation; each may do what the ones before may. */
export const roles = ['viewer', 'editor', 'owner'] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = ['merchant', 'charity', 'streamer', 'sponsor'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What an API key may be allowed to do, each by name. */
export const scopes = [
  'organisation:read',
  'organisation:write',
  'people:read',
  'people:write',
  'shops:read',
  'shops:write',
  'items:read',
  'items:write',
  'sessions:read',
  'sessions:write',
  'projects:read',
  'projects:write',
  'money:read',
  'webhooks:read',
  'webhooks:write',
] as const;
export type Scope = (typeof scopes)[number];

/** Members of an organisation of one of these kinds (any, when none is named), or a key of one with the scope. */
export interface ForMembers {
  role: Role;
  scope: Scope;
  kinds: readonly OrganisationKind[];
}

const member = (role: Role, scope: Scope, ...kinds: OrganisationKind[]): ForMembers => ({ role, scope, kinds });

/**
 * Who may call what: the one place to read it. A route that is not listed here cannot be mounted, and a line here without
 * a route fails the start. Operators may do whatever members may; each route looks up only what belongs to its caller.
 *
 * - `public`: anyone
 * - `operator`: the bearer of the operator key, and people who are operators
 * - `person`: whoever has signed in, about himself
 * - `member(…)`: see {@link ForMembers}
 * - `signed`: whoever signed the body with the shop's secret
 * - `link`: whoever knows the address, which is a secret
 */
export type Access = Guarded | 'signed' | 'link';

/** What the guard in front of the API's routes decides; the others are their own guards. */
export type Guarded = 'public' | 'operator' | 'person' | ForMembers;

export const whoMayCall: Readonly<Record<string, Access>> = {
  'POST /webhooks/shopify': 'signed',
  'POST /v1/charities': 'operator',
  'GET /v1/charities': member('viewer', 'projects:read'),
  'POST /v1/projects': member('editor', 'projects:write', 'charity'),
  'GET /v1/projects': member('viewer', 'projects:read'),
  'POST /v1/merchants': 'operator',
  'GET /v1/merchants': 'operator',
  'POST /v1/shops': member('editor', 'shops:write', 'merchant'),
  'GET /v1/shops': member('viewer', 'shops:read', 'merchant'),
  'PUT /v1/shops/{shopId}/origins': member('editor', 'shops:write', 'merchant'),
  'GET /v1/shops/{shopId}/items': member('viewer', 'items:read', 'merchant'),
  'PUT /v1/shops/{shopId}/items/{productId}': member('editor', 'items:write', 'merchant'),
  'DELETE /v1/shops/{shopId}/items/{productId}': member('editor', 'items:write', 'merchant'),
  'GET /v1/shops/{shopId}/items/{productId}/rule': 'public',
  'GET /v1/shops/{shopId}/orders/{storeOrderId}/thanks': 'link',
  'POST /v1/sessions': member('editor', 'sessions:write', 'streamer', 'merchant'),
  'GET /v1/sessions': member('viewer', 'sessions:read', 'streamer', 'merchant'),
  'GET /v1/sessions/{id}': member('viewer', 'sessions:read', 'streamer', 'merchant'),
  'POST /v1/sessions/{id}/start': member('editor', 'sessions:write', 'streamer', 'merchant'),
  'POST /v1/sessions/{id}/end': member('editor', 'sessions:write', 'streamer', 'merchant'),
  'POST /v1/sessions/{id}/overlay-key': member('editor', 'sessions:write', 'streamer', 'merchant'),
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
  'GET /v1/orders/{shopId}/{storeOrderId}': member('viewer', 'money:read', 'merchant'),
  'GET /v1/audit-trail': member('owner', 'organisation:read'),
  'GET /v1/webhook-endpoints': member('viewer', 'webhooks:read'),
  'POST /v1/webhook-endpoints': member('editor', 'webhooks:write'),
  'GET /v1/webhook-endpoints/{id}': member('viewer', 'webhooks:read'),
  'PUT /v1/webhook-endpoints/{id}': member('editor', 'webhooks:write'),
  'DELETE /v1/webhook-endpoints/{id}': member('editor', 'webhooks:write'),
  'POST /v1/webhook-endpoints/{id}/rotate-secret': member('editor', 'webhooks:write'),
  'POST /v1/webhook-endpoints/{id}/test': member('editor', 'webhooks:write'),
  'GET /v1/webhook-endpoints/{id}/deliveries': member('viewer', 'webhooks:read'),
  'POST /v1/webhook-deliveries/{id}/resend': member('editor', 'webhooks:write'),
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
  'GET /docs': 'public',
  'GET /widgets': 'public',
  'GET /widgets/{file}': 'public',
  'GET /fonts/{file}': 'public',
};

/** Whether somebody has to be known before the route is even looked at. */
export const isGuarded = (access: Access | undefined): access is Exclude<Guarded, 'public'> =>
  access !== undefined && access !== 'public' && access !== 'signed' && access !== 'link';
