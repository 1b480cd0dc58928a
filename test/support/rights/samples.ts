import { pdf } from '../papers.js';
import type { Side } from './world.js';

/** What is asked: values of the path, the query and the body. */
export interface Asked {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  file?: Buffer;
}

/** How one operation of the API is asked for what belongs to a side. */
export interface Sample {
  /** Whose it is; `person`: the merchant's owner, about himself. Operators' routes are nobody's. */
  of: 'merchant' | 'charity' | 'streamer' | 'person' | 'operator';
  ask(side: Side): Asked;
  /** Told to all members, whoever they are: `projects` and the public facts of organisations. */
  everybodys?: true;
  /** A POST that writes nothing. */
  reads?: true;
  /** Ids of others that may stand here: projects one gives to, streamers one invites. */
  open?: readonly string[];
  /** What the rightful one hears may be this beside 2xx, for its own reasons. */
  mayAnswer?: readonly number[];
}

const share = { kind: 'percent', value: '5' };
const terms = (side: Side) => ({ share, projects: [{ projectId: side.projectId, weight: 1 }] });
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const plan = (side: Side) => ({ title: 'Anew', streamer: 'Li Mei', shopIds: [side.shopId] });
const items = [{ productId: '101' }];

type Ask = Sample['ask'];
const nothing: Ask = () => ({});
const organisation =
  (more: Partial<Asked> = {}): Ask =>
  (side) => ({ ...more, path: { organisationId: side.houses.merchant.id, ...more.path } });
const charity =
  (body?: unknown): Ask =>
  (side) => ({ path: { id: side.houses.charity.id }, body });
const project =
  (body?: unknown): Ask =>
  (side) => ({ path: { id: side.projectId }, body });
const shop =
  (body?: (side: Side) => unknown, path: Record<string, string> = {}): Ask =>
  (side) => ({ path: { shopId: side.shopId, ...path }, body: body?.(side) });
const session =
  (body?: (side: Side) => unknown): Ask =>
  (side) => ({ path: { id: side.sessionId }, body: body?.(side) });
const scheduled =
  (body?: unknown): Ask =>
  (side) => ({ path: { id: side.scheduledId }, body });
const endpoint =
  (body?: unknown): Ask =>
  (side) => ({ path: { id: side.endpointId }, body });
const letter =
  (body?: unknown): Ask =>
  (side) => ({ path: { id: side.deadLetterId }, body });
const passkey =
  (more: object = {}): Ask =>
  (side) => ({ body: { id: side.passkeyId, ...more } });

const own = (ask: Ask, more: Partial<Sample> = {}): Sample => ({ of: 'person', ask, ...more });
const ofMerchant = (ask: Ask, more: Partial<Sample> = {}): Sample => ({ of: 'merchant', ask, ...more });
const ofCharity = (ask: Ask, more: Partial<Sample> = {}): Sample => ({ of: 'charity', ask, ...more });
const ofStreamer = (ask: Ask, more: Partial<Sample> = {}): Sample => ({ of: 'streamer', ask, ...more });
const operators = (ask: Ask = nothing, more: Partial<Sample> = {}): Sample => ({ of: 'operator', ask, ...more });

/** What sign-in itself says to a password or an answer that is wrong. */
const wrong = { mayAnswer: [400, 401, 403, 404, 409] };
const empty = () => ({});

/** Every guarded operation of `/openapi.json`, by its name. */
export const samples: Readonly<Record<string, Sample>> = {
  changePassword: own(() => ({ body: { currentPassword: 'wrong', newPassword: 'wrong too, at length' } }), wrong),
  updateUser: own(() => ({ body: { language: 'en' } })),
  twoFactorEnable: own(() => ({ body: { password: 'wrong' } }), wrong),
  twoFactorDisable: own(() => ({ body: { password: 'wrong' } }), wrong),
  twoFactorGenerateBackupCodes: own(() => ({ body: { password: 'wrong' } }), wrong),
  passkeyGenerateRegisterOptions: own(nothing, wrong),
  passkeyVerifyRegistration: own(() => ({ body: { response: { id: 'none' } } }), wrong),
  passkeyListUserPasskeys: own(nothing),
  passkeyUpdatePasskey: own(passkey({ name: 'Anew' })),
  passkeyDeletePasskey: own(passkey()),
  getMe: own(nothing),
  listMeSessions: own(nothing),
  removeMeSession: own((side) => ({ path: { sessionId: side.personSessionId } })),
  removeMeSessions: own(nothing),
  createOrganisation: own(() => ({ body: { kind: 'sponsor', name: 'One more' } })),
  // Rightful is only whoever was invited, and that is none of the people here.
  acceptInvitation: own((side) => ({ path: { token: side.invitationToken } }), wrong),

  listOrganisations: ofMerchant(nothing),
  getOrganisation: ofMerchant(organisation()),
  setOrganisation: ofMerchant(organisation({ body: { name: 'Anew' } })),
  listOrganisationMembers: ofMerchant(organisation()),
  setOrganisationMember: ofMerchant((side) => ({
    path: { organisationId: side.houses.merchant.id, personId: side.memberId },
    body: { role: 'viewer' },
  })),
  removeOrganisationMember: ofMerchant((side) => ({
    path: { organisationId: side.houses.merchant.id, personId: side.memberId },
  })),
  createOrganisationInvitation: ofMerchant(organisation({ body: { email: 'somebody@kindcast.test', role: 'viewer' } })),
  listOrganisationInvitations: ofMerchant(organisation()),
  removeOrganisationInvitation: ofMerchant((side) => ({
    path: { organisationId: side.houses.merchant.id, invitationId: side.invitationId },
  })),
  createOrganisationKey: ofMerchant(organisation({ body: { name: 'One more', scopes: ['items:read'] } })),
  listOrganisationKeys: ofMerchant(organisation()),
  removeOrganisationKey: ofMerchant((side) => ({
    path: { organisationId: side.houses.merchant.id, keyId: side.keyId },
  })),
  listAuditTrail: ofMerchant((side) => ({ query: { organisation: side.houses.merchant.id } })),

  createOperator: operators(() => ({ body: { email: 'nobody@kindcast.test' } }), { mayAnswer: [400] }),
  listOperators: operators(),
  removeOperator: operators((side) => ({ path: { personId: side.memberId } }), { mayAnswer: [404] }),
  createCharity: operators(() => ({ body: { name: 'One more' } })),
  createMerchant: operators(() => ({ body: { name: 'One more' } })),
  listMerchants: operators(),
  createStreamer: operators(() => ({ body: { name: 'One more' } })),
  listStreamers: operators(),
  listVerifications: operators(),
  listCharityDecisions: operators(charity()),
  verifyCharity: operators(
    (side) => ({ path: { id: side.houses.charity.id }, body: { version: 0, evidenceIds: [side.evidenceId] } }),
    { mayAnswer: [400, 409] },
  ),
  refuseCharity: operators(charity({ version: 0, reason: 'None' }), { mayAnswer: [400, 409] }),
  listDeadLetters: operators(),
  getDeadLetterPayload: operators(letter()),
  replayDeadLetter: operators(letter({})),
  createDeadLetterDismiss: operators(letter({ reason: 'None' })),
  restoreDeadLetter: operators(letter({})),
  getChecks: operators(),
  getHealthReport: operators(),

  listCharities: ofCharity(nothing, { everybodys: true }),
  getCharityProfile: ofCharity(charity()),
  setCharityProfile: ofCharity(charity({ name: 'Anew' })),
  evidenceCharity: ofCharity((side) => ({
    path: { id: side.houses.charity.id },
    query: { kind: 'other', fileName: 'one-more.pdf' },
    file: pdf(),
  })),
  listCharityEvidence: ofCharity(charity()),
  getCharityEvidenceFile: ofCharity((side) => ({
    path: { id: side.houses.charity.id, evidenceId: side.evidenceId },
  })),
  removeCharityEvidence: ofCharity((side) => ({ path: { id: side.houses.charity.id, evidenceId: side.evidenceId } })),
  createCharityAskVerification: ofCharity(charity({}), { mayAnswer: [400] }),
  getCharityMoney: ofCharity(charity()),
  getCharityGivers: ofCharity(charity()),
  listCharityGifts: ofCharity(charity()),
  listCharityReportsDue: ofCharity(charity()),
  createProject: ofCharity((side) => ({
    body: { charityId: side.houses.charity.id, title: 'One more', currency: 'CNY' },
  })),
  listProjects: ofCharity((side) => ({ query: { charityId: side.houses.charity.id } }), { everybodys: true }),
  // Gifts were made under its title, so that stays.
  setProject: ofCharity((side) => ({
    path: { id: side.projectId },
    body: { title: `project of ${side.marker}`, goal: cny('2000.00') },
  })),
  archiveProject: ofCharity(project({})),
  restoreProject: ofCharity(project({})),
  createProjectReport: ofCharity(
    project({ title: 'One more', body: 'Words', period: { from: '2026-07-01', until: '2026-08-01' } }),
  ),

  createShop: ofMerchant((side) => ({
    body: {
      merchantId: side.houses.merchant.id,
      platform: 'shopify',
      domain: `one-more-${side.marker}.myshopify.com`,
      currency: 'CNY',
    },
  })),
  listShops: ofMerchant((side) => ({ query: { merchant: side.houses.merchant.id } })),
  getShopConnection: ofMerchant(shop()),
  setShopWebhookSecret: ofMerchant(shop(() => ({ secret: 'another' }))),
  setShopOrigins: ofMerchant(shop(() => ({ origins: ['https://mine.example'] }))),
  listShopItems: ofMerchant(shop()),
  setShopItem: ofMerchant(shop(terms, { productId: '101' }), { open: ['body.projects.0.projectId'] }),
  removeShopItem: ofMerchant(shop(undefined, { productId: '101' })),
  setShopItems: ofMerchant(
    shop((side) => ({ items, ...terms(side) })),
    { open: ['body.projects.0.projectId'] },
  ),
  endShopItems: ofMerchant(shop(() => ({ items }))),
  createShopItemsDropDraft: ofMerchant(shop(() => ({ items: [{ productId: '102' }] }))),
  restoreShopItems: ofMerchant(shop(() => ({ items: [{ productId: '101', version: 1 }] }))),
  listShopItemVersions: ofMerchant(shop(undefined, { productId: '101' })),
  setShopProducts: ofMerchant(shop(() => ({ products: [{ productId: '103', title: 'One more' }] }))),
  listShopProducts: ofMerchant(shop()),
  getShopGiving: ofMerchant(shop()),
  startShopGiving: ofMerchant(shop(empty)),
  pauseShopGiving: ofMerchant(shop(empty)),
  createShopSampleOrder: ofMerchant(
    shop((side) => ({
      lines: [{ productId: '101', price: cny('39.90'), quantity: 1 }],
      rules: [{ productId: '101', ...terms(side) }],
    })),
    { reads: true, open: ['body.rules.0.projects.0.projectId'] },
  ),
  listShopStreamers: ofMerchant(shop()),
  setShopStreamer: ofMerchant(
    (side) => ({
      path: { shopId: side.shopId, streamerId: side.houses.streamer.id },
      body: { state: 'denied' },
    }),
    { open: ['path.streamerId'] },
  ),
  removeShopStreamer: ofMerchant((side) => ({
    path: { shopId: side.shopId, streamerId: side.houses.streamer.id },
  })),
  listShopSessions: ofMerchant(shop()),
  listShopOrders: ofMerchant((side) => ({ path: { shopId: side.shopId }, query: { session: side.sessionId } })),
  getOrder: ofMerchant((side) => ({ path: { shopId: side.shopId, storeOrderId: side.storeOrderId } })),
  getMerchantOwed: ofMerchant((side) => ({ path: { id: side.houses.merchant.id } })),

  createSession: ofStreamer((side) => ({ body: { ...plan(side), organisationId: side.houses.streamer.id } })),
  listSessions: ofStreamer((side) => ({ query: { organisationId: side.houses.streamer.id } })),
  getSession: ofStreamer(session()),
  setSession: ofStreamer(session(plan)),
  removeSession: ofStreamer((side) => ({ path: { id: side.spareSessionId } })),
  restoreSession: ofStreamer(scheduled({})),
  startSession: ofStreamer(scheduled({})),
  endSession: ofStreamer(session(empty)),
  getSessionLinks: ofStreamer(session()),
  getSessionScript: ofStreamer(session()),
  getSessionPace: ofStreamer(session()),
  listSessionReport: ofStreamer(session()),
  getSessionReportCsv: ofStreamer(session()),
  replaceOverlayKey: ofStreamer(session(empty)),
  listLinkableShops: ofStreamer((side) => ({ query: { organisationId: side.houses.streamer.id } })),
  createShopRequest: ofStreamer((side) => ({
    body: { domain: 'nowhere.myshopify.com', organisationId: side.houses.streamer.id },
  })),
  listShopRequests: ofStreamer((side) => ({ query: { organisationId: side.houses.streamer.id } })),
  removeShopRequest: ofStreamer((side) => ({ path: { id: side.requestId } })),

  listWebhookEndpoints: ofMerchant(nothing),
  createWebhookEndpoint: ofMerchant((side) => ({
    body: { organisationId: side.houses.merchant.id, url: 'http://127.0.0.1:9/more', events: ['gift.pledged'] },
  })),
  getWebhookEndpoint: ofMerchant(endpoint()),
  setWebhookEndpoint: ofMerchant(endpoint({ url: 'http://127.0.0.1:9/anew', events: ['gift.pledged'], enabled: true })),
  removeWebhookEndpoint: ofMerchant(endpoint()),
  createWebhookEndpointRotateSecret: ofMerchant(endpoint({})),
  listWebhookEndpointDeliveries: ofMerchant(endpoint()),
  testWebhookEndpoint: ofMerchant(endpoint({})),
  resendWebhookDelivery: ofMerchant((side) => ({ path: { id: side.deliveryId }, body: {} })),
};

/** What the API tells everybody, or whoever knows a secret link. */
export const forEverybody: readonly string[] = [
  'getBoard',
  'getInvitation',
  'getProjectAbout',
  'getProjectGifts',
  'getProjectHistory',
  'getProjectTotals',
  'getSessionAbout',
  'getSessionGifts',
  'getSessionHistory',
  'getSessionTotals',
  'getShopGifts',
  'getShopItemRule',
  'getShopOrderThanks',
  'getShopTotals',
  'listProjectReports',
];
