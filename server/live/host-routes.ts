import type { Route } from '../http/define-route.js';
import { linkableShopsRoute } from './linkable-shops.js';
import { sessionLinksRoute } from './session-links.js';
import { sessionMoveRoutes } from './session-moves.js';
import { sessionRoutes } from './session-routes.js';
import { shopRequestRoutes } from './shop-request-routes.js';
import { shopStreamerRoutes } from './shop-streamer-routes.js';

/** What hosts of sessions do, and the merchants in whose shops they sell. */
export const hostRoutes = (publicUrl: string): Route[] => [
  ...sessionRoutes(publicUrl),
  ...sessionMoveRoutes(publicUrl),
  sessionLinksRoute(publicUrl),
  linkableShopsRoute,
  ...shopRequestRoutes,
  ...shopStreamerRoutes(publicUrl),
];
