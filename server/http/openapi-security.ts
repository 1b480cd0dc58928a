import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Access } from './access.js';

type SecurityScheme = Parameters<OpenAPIRegistry['registerComponent']>[2];

/** How a caller can say who he is. */
export const securitySchemes: Readonly<Record<string, SecurityScheme>> = {
  operatorKey: {
    type: 'http',
    scheme: 'bearer',
    description: "The installation's own key: every right, for the operator's scripts.",
  },
} as const;

/** What a route's line in access.ts asks for, in the words of OpenAPI; undefined for what needs no credentials. */
export function securityOf(access: Access | undefined): Record<string, string[]>[] | undefined {
  return access === 'operator' ? [{ operatorKey: [] }] : undefined;
}
