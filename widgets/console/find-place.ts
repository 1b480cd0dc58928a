import { isKind, type AreaName } from './areas.js';
import type { Me, Membership } from './me.js';
import { pathTo } from './router.js';

/** Where an address leads: to a page of an area, or on to another address. */
export type Place =
  { area: AreaName; parts: string[]; base: string[]; organisation?: Membership | undefined } | { onTo: string };

/** Pages for those who are not signed in yet, or not quite. */
const signInPages = [
  'sign-in',
  'sign-up',
  'check-mail',
  'second-step',
  'forgotten',
  'reset-password',
  'invitations',
  'welcome',
];

/** Pages that ask for a signed-in person although they belong to signing in. */
const needPerson = ['welcome'];

/** Which page an address means to this person. Undefined: there is nothing. `last` is the organisation they last were in. */
export function findPlace(parts: readonly string[], me: Me, last?: string): Place | undefined {
  const [first = '', ...rest] = parts;
  const signedIn = me.person !== undefined;
  if (first === '') return { onTo: homeOf(me, last) };
  if (first === 'parts') return { area: 'parts', parts: rest, base: ['parts'] };
  if (signInPages.includes(first)) {
    if (needPerson.includes(first) && !signedIn) return { onTo: pathTo('sign-in') };
    return { area: 'signin', parts: [...parts], base: [] };
  }
  if (!signedIn) return { onTo: `${pathTo('sign-in')}?to=${encodeURIComponent(pathTo(...parts))}` };
  if (first === 'account') return { area: 'account', parts: rest, base: ['account'] };
  // Whoever is an operator acts as one only after the second step.
  if (first === 'operator' && me.operator && !me.secondFactor)
    return me.secondFactorSetUp
      ? { onTo: `${pathTo('second-step')}?to=${encodeURIComponent(pathTo(...parts))}` }
      : { onTo: `${pathTo('account')}?needs=second-step` };
  if (first === 'operator') return me.operator ? { area: 'operator', parts: rest, base: ['operator'] } : undefined;
  // `/console/merchant/items`, in guides and mails, means the reader's own.
  if (isKind(first)) {
    const own = preferred(
      me.organisations.filter(({ kind }) => kind === first),
      last,
    );
    return own && { onTo: pathTo(own.id, ...rest) };
  }
  const organisation = me.organisations.find(({ id }) => id === first);
  if (!organisation) return undefined;
  if (rest[0] === 'organisation')
    return { area: 'organisation', parts: rest.slice(1), base: [first, 'organisation'], organisation };
  return { area: organisation.kind, parts: rest, base: [first], organisation };
}

/** Where somebody begins. */
export function homeOf(me: Me, last?: string): string {
  if (!me.person) return pathTo('sign-in');
  const own = preferred(me.organisations, last);
  if (me.operator && (last === 'operator' || !own)) return pathTo('operator');
  return own ? pathTo(own.id) : pathTo('welcome');
}

const preferred = (organisations: readonly Membership[], last?: string): Membership | undefined =>
  organisations.find(({ id }) => id === last) ?? organisations[0];
