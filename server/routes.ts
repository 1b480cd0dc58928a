import type { Pool } from 'pg';
import { shopify } from '../plugin/shopify/shopify-platform.js';
import type { StorePlatform } from '../plugin/store-platform.js';
import { connectionRoute } from './giving/connection-route.js';
import { deskRoutes } from './desk/desk-routes.js';
import { evidenceRoutes } from './charities/evidence-routes.js';
import { charityMoneyRoutes } from './charities/money-routes.js';
import { profileRoutes } from './charities/profile-routes.js';
import { verificationRoutes } from './charities/verification-routes.js';
import { givingRuleRoutes } from './giving/giving-rule-routes.js';
import { itemRuleRoute } from './giving/item-rule-route.js';
import { orderRoutes } from './giving/order-routes.js';
import { owedRoute } from './giving/owed-route.js';
import { thanksRoute } from './giving/thanks-route.js';
import { defineRoute, type Route, type RouteDescription } from './http/define-route.js';
import { describeRoutes } from './http/openapi.js';
import { deadLetterRoutes } from './intake/dead-letter-routes.js';
import type { Recorder } from './intake/recorder.js';
import { describeIntake } from './intake/webhook-route.js';
import { itemRoutes } from './items/item-routes.js';
import type { BookCheck } from './ledger/checks.js';
import { boardRoute } from './live/board-route.js';
import { hostRoutes } from './live/host-routes.js';
import { overlayRoutes } from './live/overlay-routes.js';
import { sessionAboutRoute } from './live/session-about.js';
import { opsRoutes } from './ops/ops-routes.js';
import { pageDescriptions } from './pages/page-routes.js';
import { auditRoute } from './people/audit-route.js';
import { organisationRoutes } from './people/organisation-routes.js';
import { peopleRoutes, type PeopleRoutesNeed } from './people/people-routes.js';
import { signInAddresses } from './people/sign-in/sign-in-addresses.js';
import { changeProjectRoutes } from './projects/change-project-routes.js';
import { projectAboutRoute } from './projects/project-about.js';
import { projectRoutes } from './projects/project-routes.js';
import { reportRoutes } from './projects/report-routes.js';
import type { Seal } from './secrets/seal.js';
import { shopRoutes } from './shops/shop-routes.js';
import type { HistoryMemory } from './totals/history-memory.js';
import { historyRoutes } from './totals/history-routes.js';
import { totalsDescriptions } from './totals/totals-routes.js';
import { deliveryRoutes } from './webhooks/delivery-routes.js';
import { endpointRoutes } from './webhooks/endpoint-routes.js';
import { toldEvents } from './webhooks/event-types.js';
import type { Surroundings } from './webhooks/find-address.js';

/** The store platforms that send webhooks here. */
export const platforms: readonly StorePlatform[] = [shopify];

/**
 * What routes reach for when they are called. Declaring them touches none of it, so that they can be described where
 * there is no server (describe-api.ts).
 */
export interface RouteNeeds extends PeopleRoutesNeed {
  /** Reads what anybody may know. */
  pool: Pool;
  intakePool: Pool;
  checksPool: Pool;
  seal: Seal;
  recorder: Recorder;
  history: HistoryMemory;
  /** Where outgoing webhooks may go. */
  surroundings: Surroundings;
  checks: readonly BookCheck[];
  /** Prometheus text about everything that belongs to this server. */
  figures(): Promise<string>;
  /** False while the server is stopping. */
  takesOrders(): boolean;
  /** Where the embedded database lies; undefined when the database is somebody else's. */
  ownDisk: string | undefined;
}

/** What answers by itself, beside the routes that are mounted. */
export const elsewhere: readonly RouteDescription[] = [
  ...describeIntake(platforms),
  ...totalsDescriptions,
  ...signInAddresses,
  ...pageDescriptions,
];

/** Every route that the server mounts. */
export function everyRoute(needs: RouteNeeds): Route[] {
  const { publicUrl, pool, seal } = needs;
  const routes: Route[] = [
    ...organisationRoutes,
    ...peopleRoutes(needs),
    auditRoute,
    ...projectRoutes,
    ...changeProjectRoutes,
    ...reportRoutes,
    ...profileRoutes,
    ...evidenceRoutes(seal),
    ...verificationRoutes,
    ...charityMoneyRoutes(pool),
    ...shopRoutes(seal),
    connectionRoute(publicUrl),
    ...givingRuleRoutes,
    ...itemRoutes(),
    ...hostRoutes(publicUrl),
    ...deskRoutes(publicUrl),
    ...overlayRoutes(pool, publicUrl),
    sessionAboutRoute(pool, publicUrl),
    projectAboutRoute(pool, publicUrl),
    boardRoute(pool),
    itemRuleRoute(pool),
    thanksRoute(pool, publicUrl),
    ...historyRoutes(needs.history),
    ...orderRoutes,
    owedRoute,
    ...deadLetterRoutes(needs),
    ...endpointRoutes(needs),
    ...deliveryRoutes,
    ...opsRoutes(needs),
  ];
  return [...routes, openApiRoute([...elsewhere, ...routes], publicUrl)];
}

function openApiRoute(routes: readonly RouteDescription[], publicUrl: string): Route {
  let text: string | undefined;
  const route: Route = defineRoute({
    method: 'get',
    path: '/openapi.json',
    summary: 'This description',
    answer: { status: 200, description: 'OpenAPI 3.1', contentType: 'application/json' },
    // Once for all: it is the longest answer that anybody may ask for.
    handle: async () => ({
      body: (text ??= JSON.stringify(describeRoutes([...routes, route], publicUrl, toldEvents))),
    }),
  });
  return route;
}
