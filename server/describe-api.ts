import { describeRoutes } from './http/openapi.js';
import { elsewhere, everyRoute, type RouteNeeds } from './routes.js';
import { toldEvents } from './webhooks/event-types.js';

/**
 * The description of the API (OpenAPI 3.1) as a server at `publicUrl` answers it, without a server: no database, no keys.
 *
 * @throws {Error} when a route reaches for something while it is declared, and not only when it is called
 */
export function describeApi(publicUrl: string): object {
  const needs = new Proxy({} as RouteNeeds, {
    get: (_, name) => (name === 'publicUrl' ? publicUrl : outOfReach(String(name))),
  });
  return describeRoutes([...elsewhere, ...everyRoute(needs)], publicUrl, toldEvents);
}

function outOfReach(name: string): unknown {
  const refuse = (used: string): never => {
    throw new Error(`${used} was used while its route was declared; use it when the route is called.`);
  };
  return new Proxy(() => undefined, {
    get: (_, key) => refuse(`${name}.${String(key)}`),
    apply: () => refuse(`${name}()`),
  });
}
