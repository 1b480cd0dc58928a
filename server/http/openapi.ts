import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { isGuarded, whoMayCall } from './access.js';
import { nameOf, type RouteDescription } from './define-route.js';
import './wire.js';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    // Missing where there was no request yet to name: a connection too many, or bytes that are no HTTP.
    instance: z.string().optional(),
  })
  .openapi('Problem');

const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'Same key, same body: same answer. Same key, another body: 409.' }),
});

/** Describes every mounted route from the very schemas that check it (OpenAPI 3.1). */
export function describeRoutes(routes: readonly RouteDescription[], publicUrl: string): object {
  const registry = new OpenAPIRegistry();
  const bearer = registry.registerComponent('securitySchemes', 'operatorKey', { type: 'http', scheme: 'bearer' });
  for (const route of routes) {
    const guarded = isGuarded(whoMayCall[nameOf(route)]);
    registry.registerPath({
      method: route.method,
      path: route.path,
      summary: route.summary,
      ...(guarded && { security: [{ [bearer.name]: [] }] }),
      request: {
        ...(route.params && { params: route.params }),
        ...(route.query && { query: route.query }),
        ...(route.method !== 'get' && guarded && { headers: idempotencyKey }),
        ...(route.headers && { headers: route.headers }),
        ...(route.body && { body: { required: true, content: { 'application/json': { schema: route.body } } } }),
      },
      responses: {
        [route.answer.status]: {
          description: route.answer.description,
          ...(route.answer.schema && {
            content: { [route.answer.contentType ?? 'application/json']: { schema: route.answer.schema } },
          }),
        },
        default: {
          description: 'What went wrong, as RFC 9457 problem details',
          content: { 'application/problem+json': { schema: problem } },
        },
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Kindcast',
      version: '1',
      description:
        'Every order gives a set share to a chosen project, counted exactly and shown live. Money is {amount, currency} with a decimal string; times are ISO 8601 UTC; ids are opaque.',
    },
    servers: [{ url: publicUrl }],
  });
}
