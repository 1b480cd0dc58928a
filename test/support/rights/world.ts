import type { SignedIn } from '../people.js';

export const kinds = ['merchant', 'charity', 'streamer'] as const;
export type Kind = (typeof kinds)[number];

/** An organisation with its people. */
export interface House {
  id: string;
  kind: Kind;
  owner: SignedIn;
  viewer: SignedIn;
}

/** A merchant, a charity and a streamer who work together, with one of everything; strangers to every other set. */
export interface Side {
  /** Stands in every name that somebody of this side gave. */
  marker: string;
  houses: Record<Kind, House>;
  shopId: string;
  projectId: string;
  sessionId: string;
  scheduledId: string;
  spareSessionId: string;
  storeOrderId: string;
  evidenceId: string;
  endpointId: string;
  deliveryId: string;
  invitationId: string;
  invitationToken: string;
  memberId: string;
  keyId: string;
  requestId: string;
  passkeyId: string;
  personSessionId: string;
  deadLetterId: string;
  /** Every id and name of this side that only its own people may come to know. */
  secrets: string[];
  /** Those among them that members of all organisations may read. */
  told: string[];
}
