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
  return [{ operatorKey: [] }, { apiKey: [access.scope] }, { signedIn: [access.role] }];
}

/** The same as a sentence for people; undefined where anybody may call. */
export function whoMaySay(access: Access | undefined): string | undefined {
  if (access === undefined || access === 'public') return undefined;
  if (access === 'signed') return 'For whoever signed the body with the secret of the shop.';
  if (access === 'link') return 'For whoever knows the secret in the address.';
  if (access === 'person') return 'For whoever has signed in, about himself or herself.';
  if (access === 'operator') return 'For operators.';
  const { role, scope, kinds } = access;
  const whose = kinds.length === 0 ? 'an organisation' : `a ${kinds.join(' or ')}`;
  const from = role === 'owner' ? 'owners' : role === 'editor' ? 'editors and owners' : 'members';
  return `For ${from} of ${whose}, API keys of one with the scope \`${scope}\`, and operators.`;
}
