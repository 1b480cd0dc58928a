import type { Route } from '../http/define-route.js';
import { paceRoute } from './pace-route.js';
import { reportRoutes } from './report-routes.js';
import { scriptRoute } from './script-route.js';

/** What a host needs while live and afterwards. */
export const deskRoutes = (publicUrl: string): Route[] => [scriptRoute, paceRoute, ...reportRoutes(publicUrl)];
