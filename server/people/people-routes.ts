import type { Route } from '../http/define-route.js';
import { apiKeyRoutes } from './api-key-routes.js';
import { invitationRoutes, type InvitationNeeds } from './invitation-routes.js';
import { meRoutes } from './me-routes.js';
import { memberRoutes } from './member-routes.js';
import { operatorRoutes } from './operator-routes.js';
import { ownOrganisationRoutes } from './own-organisation-routes.js';
import type { Sessions } from './sign-in/sessions.js';

export interface PeopleRoutesNeed {
  publicUrl: string;
  people: InvitationNeeds['people'] & { sessions: Sessions };
}

/** All routes of the API about people, their organisations and keys. */
export const peopleRoutes = ({ publicUrl, people }: PeopleRoutesNeed): readonly Route[] => [
  ...meRoutes(people),
  ...ownOrganisationRoutes,
  ...memberRoutes,
  ...invitationRoutes({ people, publicUrl }),
  ...apiKeyRoutes,
  ...operatorRoutes,
];
