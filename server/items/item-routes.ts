import type { Route } from '../http/define-route.js';
import { GivenByRuleMemory } from './given-by-rule.js';
import { givingSwitchRoutes } from './giving-switch-routes.js';
import { historyRoute } from './history-route.js';
import { productRoutes } from './product-routes.js';
import { sampleRoute } from './sample-route.js';
import { tagRoutes } from './tag-routes.js';

/** What a merchant tells and asks of the items of a shop. */
export function itemRoutes(): Route[] {
  const memory = new GivenByRuleMemory();
  return [...productRoutes(memory), ...tagRoutes, historyRoute(memory), ...givingSwitchRoutes, sampleRoute];
}
