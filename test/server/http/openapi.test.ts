import { expect } from 'chai';
import { describeApi } from '../../../server/describe-api.js';
import { defineRoute } from '../../../server/http/define-route.js';
import { examples } from '../../../server/http/examples.js';
import { whoMayCall } from '../../../server/http/access.js';
import { describeRoutes } from '../../../server/http/openapi.js';
import { operationId } from '../../../server/http/operation-id.js';
import { everyRoute } from '../../../server/routes.js';
import { eventTypes } from '../../../server/webhooks/event-types.js';
import type { Answer } from '../../support/start-kindcast.js';
import { z } from 'zod';

interface Operation {
  operationId: string;
  tags: string[];
  security?: Record<string, string[]>[];
}

describe('the description of the API', () => {
  const description = describeApi('https://give.example') as {
    paths: Record<string, Record<string, Operation>>;
    tags: { name: string }[];
    components: { securitySchemes: Record<string, unknown> };
  };
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })),
  );

  it('is whole without a server: every route that somebody may call, and no other', () => {
    const described = operations.map(({ name }) => name).sort();
    expect(described).to.deep.equal(Object.keys(whoMayCall).sort());
  });

  it('says what is told to others: each event under its type, with what it carries', () => {
    const { webhooks } = description as unknown as { webhooks: Record<string, { post: Answer }> };
    expect(Object.keys(webhooks)).to.deep.equal([...eventTypes]);
    const { schema } = webhooks['gift.pledged']!.post.requestBody.content['application/json'];
    expect(schema.properties.type.enum ?? [schema.properties.type.const]).to.deep.equal(['gift.pledged']);
    expect(schema.properties.data.required).to.include.members(['giftId', 'amount', 'stands']);
    expect(schema.properties.data.properties).not.to.have.property('buyer');
  });

  it('names each route for programs, once', () => {
    const names = operations.map((operation) => operation.operationId);
    expect(new Set(names).size).to.equal(names.length);
    for (const name of names) expect(name).to.match(/^[a-z][A-Za-z0-9]+$/);
    const route = (method: 'get' | 'post' | 'put' | 'delete', path: string, schema?: z.ZodType) =>
      operationId({ method, path, summary: '', answer: { status: 200, description: '', ...(schema && { schema }) } });
    expect(route('get', '/v1/shops/{id}/items', z.object({ items: z.array(z.string()) }))).to.equal('listShopItems');
    expect(route('get', '/v1/shops/{id}/totals')).to.equal('getShopTotals');
    expect(route('post', '/v1/dead-letters/{id}/replay')).to.equal('replayDeadLetter');
    expect(route('post', '/v1/charities')).to.equal('createCharity');
    expect(route('put', '/v1/shops/{shopId}/items/{productId}')).to.equal('setShopItem');
    const twice = defineRoute({
      method: 'get',
      path: '/v1/shops',
      operationId: 'listProjects',
      summary: '',
      answer: { status: 200, description: '' },
      handle: async () => ({}),
    });
    expect(() => describeRoutes([twice, twice], '')).to.throw(/both called listProjects/);
  });

  it('puts each route under a subject that is explained', () => {
    const explained = description.tags.map(({ name }) => name);
    for (const { name, tags } of operations) expect(explained, name).to.include(tags[0]);
  });

  it('says who may call only in ways it explains', () => {
    const ways = Object.keys(description.components.securitySchemes);
    for (const { security = [] } of operations)
      for (const way of security) expect(ways).to.include.members(Object.keys(way));
  });

  it('gives examples that would be taken', () => {
    const bodies = new Map(
      everyRoute({} as never).map((route) => [`${route.method.toUpperCase()} ${route.path}`, route.body]),
    );
    for (const [name, example] of Object.entries(examples)) {
      const read = bodies.get(name)?.safeParse(example);
      expect(read?.success, `${name}: ${read?.error?.message ?? 'no such route takes a body'}`).to.equal(true);
    }
  });
});
