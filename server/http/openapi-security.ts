import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { isGuarded, type Access } from './access.js';

type SecurityScheme = Parameters<OpenAPIRegistry['registerComponent']>[2];

/** How a caller can say who he is. */
export const securitySchemes: Readonly<Record<string, SecurityScheme>> = {
  operatorKey: {
    type: 'http',
    scheme: 'bearer',
    description: "The installation's own key: every right, for the operator's scripts.",
  },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: "An organisation's key for its programs, with the scopes it was made with.",
  },
  signedIn: {
    type: 'apiKey',
    in: 'cookie',
    name: 'kindcast.session_token',
    description: 'A person who has signed in; writes are taken from pages of this server only.',
  },
} as const;

/** What a route's line in access.ts asks for, in the words of OpenAPI; undefined for what needs no credentials. */
export function securityOf(access: Access | undefined): Record<string, string[]>[] | undefined {
  if (!isGuarded(access)) return undefined;
  if (access === 'person') return [{ signedIn: [] }];
  if (access === 'operator') return [{ operatorKey: [] }, { signedIn: [] }];
  return [{ operatorKey: [] }, { apiKey: [access.scope] }, { signedIn: [] }];
}
