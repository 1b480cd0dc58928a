import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { whoMayCall } from './access.js';
import { nameOf, type RouteDescription } from './define-route.js';
import { examples } from './examples.js';
import { operationId } from './operation-id.js';
import { securityOf, securitySchemes, whoMaySay } from './openapi-security.js';
import { tagOf, tags } from './openapi-tags.js';
import './wire.js';

const problem = z
  .object({
    type: z.string().openapi({ example: 'urn:kindcast:problem:invalid-input' }),
    title: z.string().openapi({ description: 'A sentence for people.' }),
    status: z.int(),
    code: z.string().optional().openapi({ description: 'of sign-in: what exactly it was' }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'Which fields were wrong, and how to put each right.' }),
    // Missing where there was no request yet to name: a connection too many, or bytes that are no HTTP.
    instance: z.string().optional().openapi({ description: 'Names the request in the log of the operator.' }),
  })
  .openapi('Problem');

const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'Same key, same body: same answer. Same key, another body: 409.' }),
});

/** What is sent to addresses of others, by the name of its type. */
export type ToldEvents = Readonly<Record<string, { summary: string; schema: z.ZodType }>>;

/**
 * Describes every route, and every event told to others, from the very schemas that check them (OpenAPI 3.1).
 *
 * @throws {Error} when two routes would have the same name for programs
 */
export function describeRoutes(routes: readonly RouteDescription[], publicUrl: string, told: ToldEvents = {}): object {
  const registry = new OpenAPIRegistry();
  for (const [name, scheme] of Object.entries(securitySchemes))
    registry.registerComponent('securitySchemes', name, scheme);
  const taken = new Map<string, string>();
  for (const route of routes) {
    const name = nameOf(route);
    const id = operationId(route);
    if (taken.has(id)) throw new Error(`${name} and ${taken.get(id)} are both called ${id}; name one by operationId`);
    taken.set(id, name);
    registry.registerPath({ ...describe(route), operationId: id, tags: [tagOf(route.path)] });
  }
  for (const [type, event] of Object.entries(told)) registry.registerWebhook(describeEvent(type, event));
  const used = new Set(routes.map((route) => tagOf(route.path)));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Kindcast',
      version: '1',
      description:
        'Every order gives a set share to a chosen project, counted exactly and shown live. Money is {amount, currency} with a decimal string; times are ISO 8601 UTC; ids are opaque.',
    },
    servers: [{ url: publicUrl }],
    tags: tags(used),
  });
}

/** As Standard Webhooks sends it; the headers are what the signature is about. */
const signedHeaders = z.object({
  'webhook-id': z.string().openapi({ description: 'the same whenever this event is sent again' }),
  'webhook-timestamp': z.string().openapi({ description: 'seconds since 1970, of this attempt' }),
  'webhook-signature': z.string().openapi({ description: 'one or more of v1,<base64>, with a space between' }),
});

function describeEvent(
  type: string,
  { summary, schema }: ToldEvents[string],
): Parameters<OpenAPIRegistry['registerWebhook']>[0] {
  const payload = z.object({ type: z.literal(type), timestamp: z.string(), data: schema });
  return {
    method: 'post',
    path: type,
    summary,
    tags: [tagOf('/v1/webhook-endpoints')],
    security: [],
    request: { headers: signedHeaders, body: { required: true, content: { 'application/json': { schema: payload } } } },
    responses: { '2XX': { description: 'Received. Anything else, or nothing within 15 seconds: it is sent again' } },
  };
}

const filesOf = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } as const }]));

function describe(route: RouteDescription): Parameters<OpenAPIRegistry['registerPath']>[0] {
  const access = whoMayCall[nameOf(route)];
  const security = securityOf(access);
  const who = whoMaySay(access);
  const example = examples[nameOf(route)];
  const body = route.body && { schema: route.body, ...(example !== undefined && { example }) };
  return {
    method: route.method,
    path: route.path,
    summary: route.summary,
    ...(who && { description: who }),
    ...(security && { security }),
    request: {
      ...(route.params && { params: route.params }),
      ...(route.query && { query: route.query }),
      ...(route.method !== 'get' && security && { headers: idempotencyKey }),
      ...(route.headers && { headers: route.headers }),
      ...(body && {
        body: { required: !route.body!.safeParse(undefined).success, content: { 'application/json': body } },
      }),
      ...(route.upload && { body: { required: true, content: filesOf(route.upload.types) } }),
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
  };
}
