import type { ConsoleArea } from './area.js';
import type { OrganisationKind } from './me.js';

/** Every area is fetched when somebody first comes in. */
export const areas = {
  merchant: () => import('./merchant/routes.js').then(({ area }) => area),
  streamer: () => import('./streamer/routes.js').then(({ area }) => area),
  charity: () => import('./charity/routes.js').then(({ area }) => area),
  sponsor: () => import('./sponsor/routes.js').then(({ area }) => area),
  operator: () => import('./operator/routes.js').then(({ area }) => area),
  organisation: () => import('./organisation/routes.js').then(({ area }) => area),
  account: () => import('./account/routes.js').then(({ area }) => area),
  signin: () => import('./signin/routes.js').then(({ area }) => area),
  parts: () => import('./parts/gallery/routes.js').then(({ area }) => area),
} satisfies Record<string, () => Promise<ConsoleArea>>;

export type AreaName = keyof typeof areas;

export const isKind = (name: string): name is OrganisationKind =>
  name === 'merchant' || name === 'streamer' || name === 'charity' || name === 'sponsor';
