import { scopes, type Scope } from '../../../server/http/access.js';
import { signedIn } from '../people.js';
import type { Kindcast } from '../start-kindcast.js';
import type { Intruder } from './intruders.js';
import { makeKey, signedOut } from './credentials.js';
import { kinds, type Kind, type Side } from './world.js';

/** Everybody who asks, ready before anything is asked: so nothing of the first side changes afterwards. */
export interface Cast {
  /** Known nowhere, or not any more. */
  nobodies: Intruder[];
  /** Owners and programs of organisations that have nothing to do with the first side. */
  strangers: Intruder[];
  /** Owners and programs of the first side, by the kind of their organisation. */
  neighbours: (Intruder & { kind: Kind })[];
  viewers: (Intruder & { kind: Kind })[];
  readers: (Intruder & { kind: Kind })[];
  /** Keys with every scope but one. */
  lacking: (Intruder & { kind: Kind; scope: Scope })[];
  halfOperator: Intruder;
  /** Owners whose browser is on somebody else's page, which makes it ask. */
  lured: (Intruder & { kind: Kind })[];
}

export async function gather(kindcast: Kindcast, first: Side, second: Side): Promise<Cast> {
  const { merchant } = first.houses;
  const owner = [{ id: merchant.id, role: 'owner' as const }];
  const cast: Cast = {
    nobodies: [
      { who: 'nobody', credentials: undefined },
      { who: 'a key known nowhere', credentials: { key: `kc_key_${'0'.repeat(40)}` } },
      { who: 'a cookie known nowhere', credentials: { cookie: 'kindcast.session_token=nonsense.nonsense' } },
      { who: 'an expired key', credentials: await makeKey(kindcast, merchant, scopes, { expired: true }) },
      { who: 'a revoked key', credentials: await makeKey(kindcast, merchant, scopes, { revoked: true }) },
      { who: 'a revoked session', credentials: await signedOut(kindcast, owner, 'revoked') },
      { who: 'an expired session', credentials: await signedOut(kindcast, owner, 'expired') },
    ],
    strangers: [],
    neighbours: [],
    viewers: [],
    readers: [],
    lacking: [],
    lured: [],
    halfOperator: {
      who: 'an operator without second factor',
      credentials: await signedIn(kindcast, { operator: true, secondFactor: false }),
    },
  };
  const readScopes = scopes.filter((scope) => scope.endsWith(':read'));
  for (const kind of kinds) {
    const [own, others] = [first.houses[kind], second.houses[kind]];
    cast.strangers.push(
      { kind, who: `another ${kind}'s owner`, credentials: others.owner },
      { kind, who: `another ${kind}'s key`, credentials: await makeKey(kindcast, others, scopes) },
    );
    cast.neighbours.push(
      { kind, who: `the owner of the ${kind} it works with`, credentials: own.owner },
      { kind, who: `a key of the ${kind} it works with`, credentials: await makeKey(kindcast, own, scopes) },
    );
    const lured = { cookie: own.owner.cookie, origin: 'https://elsewhere.example' };
    cast.lured.push({ kind, who: 'an owner on a page of others', credentials: lured });
    cast.viewers.push({ kind, who: 'a viewer', credentials: own.viewer });
    cast.readers.push({
      kind,
      who: 'a key that may only read',
      credentials: await makeKey(kindcast, own, readScopes),
    });
    for (const scope of scopes) {
      const others = scopes.filter((each) => each !== scope);
      const credentials = await makeKey(kindcast, own, others);
      cast.lacking.push({ kind, scope, who: `a key without ${scope}`, credentials });
    }
  }
  const sponsor = await second.houses.merchant.owner.call('POST', '/v1/organisations', {
    kind: 'sponsor',
    name: 'A sponsor',
  });
  cast.strangers.push(
    {
      who: "a sponsor's owner",
      credentials: await signedIn(kindcast, { memberOf: [{ id: sponsor.id, role: 'owner' }] }),
    },
    { who: "a sponsor's key", credentials: await makeKey(kindcast, sponsor, scopes) },
  );
  return cast;
}
