import { createHash } from 'node:crypto';
import { newId, newSecret } from '../../../server/database/new-id.js';
import type { Role } from '../../../server/http/access.js';
import { pdf } from '../papers.js';
import { signedIn } from '../people.js';
import { sell } from '../sell.js';
import type { Answer, Kindcast } from '../start-kindcast.js';
import { send } from '../village.js';
import { makeKey } from './credentials.js';
import type { House, Kind, Side } from './world.js';

/** Settles one side, by the API wherever that can be. */
export async function settleSide(kindcast: Kindcast, marker: string): Promise<Side> {
  const { call } = kindcast;
  const sql = (text: string, values: unknown[]) => kindcast.testDatabase.pool.query(text, values);
  const named = (what: string) => `${what} of ${marker}`;
  const house = async (kind: Kind): Promise<House> => {
    const plural = kind === 'charity' ? 'charities' : `${kind}s`;
    const { id } = await call('POST', `/v1/${plural}`, { name: named(kind) });
    const as = (role: Role) =>
      signedIn(kindcast, {
        name: named(role),
        email: `${role}-${kind}@${marker}.test`,
        memberOf: [{ id, role }],
      });
    return { id, kind, owner: await as('owner'), viewer: await as('viewer') };
  };
  const [merchant, charity, streamer] = [await house('merchant'), await house('charity'), await house('streamer')];

  const project = await call('POST', '/v1/projects', {
    charityId: charity.id,
    title: named('project'),
    currency: 'CNY',
    goal: { amount: '1000.00', currency: 'CNY' },
  });
  await charity.owner.call('PUT', `/v1/charities/${charity.id}/profile`, {
    name: named('charity'),
    contact: named('contact'),
  });
  await charity.owner.call('POST', `/v1/projects/${project.id}/reports`, {
    title: named('report'),
    body: named('what became of it'),
    period: { from: '2026-01-01', until: '2026-06-30' },
  });
  const evidence = await upload(kindcast.url, charity, named('paper'));

  const domain = `${marker}-shop.myshopify.com`;
  const secret = named('secret');
  const shop = await merchant.owner.call('POST', '/v1/shops', {
    merchantId: merchant.id,
    platform: 'shopify',
    domain,
    currency: 'CNY',
    webhookSecret: secret,
  });
  const items = `/v1/shops/${shop.id}/items`;
  await merchant.owner.call('PUT', `/v1/shops/${shop.id}/products`, {
    products: ['101', '102'].map((productId) => ({ productId, title: named(`product ${productId}`) })),
  });
  const terms = {
    share: { kind: 'percent', value: '10' },
    projects: [{ projectId: project.id, weight: 1 }],
  };
  await merchant.owner.call('PUT', `${items}/101`, { title: named('item'), ...terms });
  await merchant.owner.call('PUT', items, { items: [{ productId: '102' }], ...terms, draft: true });

  const shopRequest = await streamer.owner.call('POST', '/v1/shop-requests', { domain });
  const request = await streamer.owner.call('POST', '/v1/shop-requests', {
    domain: `${marker}-elsewhere.myshopify.com`,
  });
  await merchant.owner.call('PUT', `/v1/shops/${shop.id}/streamers/${streamer.id}`, { state: 'allowed' });
  const plan = { title: named('session'), streamer: named('host'), shopIds: [shop.id] };
  const session = await streamer.owner.call('POST', '/v1/sessions', plan);
  const scheduled = await streamer.owner.call('POST', '/v1/sessions', plan);
  const spare = await streamer.owner.call('POST', '/v1/sessions', plan);
  await streamer.owner.call('POST', `/v1/sessions/${session.id}/start`, {});

  const store = { url: kindcast.url, domain, secret, shopId: shop.id, currency: 'CNY', session };
  const order = await sell(store as never, { title: named('honey') });
  await send(store, 'orders/paid', { ...order, id: order.id + 1_000_000, currency: 'nonsense' });
  const [deadLetter] = (await call('GET', '/v1/dead-letters?limit=1')).items as Answer[];

  const endpoint = await merchant.owner.call('POST', '/v1/webhook-endpoints', {
    organisationId: merchant.id,
    url: `http://127.0.0.1:9/${marker}`,
    events: ['gift.pledged'],
    description: named('endpoint'),
  });
  const delivery = await merchant.owner.call('POST', `/v1/webhook-endpoints/${endpoint.id}/test`, {});
  // Else it would be too soon to send it again.
  await sql(`UPDATE webhook_deliveries SET asked_at = now() - interval '1 minute' WHERE id = $1`, [delivery.id]);

  const member = await signedIn(kindcast, {
    name: named('editor'),
    email: `editor@${marker}.test`,
    memberOf: [{ id: merchant.id, role: 'editor' }],
  });
  const key = await makeKey(kindcast, merchant, ['items:read']);
  const invitation = { id: newId(), token: newSecret() };
  await sql(
    `INSERT INTO invitations (id, organisation_id, email, role, token_sha256, invited_by, expires_at)
     VALUES ($1, $2, $3, 'editor', $4, $5, now() + interval '1 day')`,
    [
      invitation.id,
      merchant.id,
      `invited@${marker}.test`,
      createHash('sha256').update(invitation.token).digest(),
      named('owner'),
    ],
  );
  const [passkeyId, personSessionId] = [newId(), newId()];
  await sql(
    `INSERT INTO person_passkeys (id, person_id, name, public_key, credential_id, counter, device_type, backed_up, created_at)
     VALUES ($1, $2, $3, 'k', $1, 0, 'singleDevice', false, now())`,
    [passkeyId, merchant.owner.id, named('passkey')],
  );
  await sql(
    `INSERT INTO person_sessions (id, person_id, token, user_agent, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 day')`,
    [personSessionId, merchant.owner.id, newSecret(), named('browser')],
  );

  return {
    marker,
    houses: { merchant, charity, streamer },
    shopId: shop.id,
    projectId: project.id,
    sessionId: session.id,
    scheduledId: scheduled.id,
    spareSessionId: spare.id,
    storeOrderId: String(order.id),
    evidenceId: evidence.id,
    endpointId: endpoint.id,
    deliveryId: delivery.id,
    invitationId: invitation.id,
    invitationToken: invitation.token,
    memberId: member.id,
    keyId: key.id,
    requestId: request.id,
    passkeyId,
    personSessionId,
    deadLetterId: deadLetter.id,
    secrets: [
      marker,
      ...[merchant, charity, streamer].flatMap((each) => [each.id, each.owner.id, each.viewer.id]),
      ...[
        shop.id,
        project.id,
        session.id,
        scheduled.id,
        spare.id,
        String(order.id),
        evidence.id,
        endpoint.id,
        delivery.id,
      ],
      ...[invitation.id, invitation.token, member.id, key.id, shopRequest.id, request.id, passkeyId, personSessionId],
      ...[session.token, scheduled.token, endpoint.secret],
    ],
    told: [marker, charity.id, project.id],
  };
}

async function upload(url: string, charity: House, fileName: string): Promise<Answer> {
  const response = await fetch(
    `${url}/v1/charities/${charity.id}/evidence?kind=bank&fileName=${encodeURIComponent(fileName)}`,
    {
      method: 'POST',
      headers: { cookie: charity.owner.cookie, origin: url, 'content-type': 'application/pdf' },
      body: new Uint8Array(pdf()),
    },
  );
  if (response.status !== 201) throw new Error(`the paper was answered ${response.status}: ${await response.text()}`);
  return response.json();
}
