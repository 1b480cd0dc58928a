import { z } from 'zod';
import type { RouteDescription } from './define-route.js';

/**
 * What programs call a route: `listShops`, `createSession`, `startSession`, `setShopItem`. Made of method and path alone,
 * which stand in the contract, so it is as stable as they are; a route that would read badly brings its own name.
 */
export function operationId({ method, path, answer, operationId: own }: RouteDescription): string {
  if (own !== undefined) return own;
  const segments = path
    .replace(/^\/v1\//, '/')
    .replace(/\.\w+$/, '')
    .split('/')
    .filter((segment) => segment !== '');
  const named = segments.filter((segment) => !segment.startsWith('{'));
  const last = segments.at(-1) ?? '';
  if (method === 'post' && segments.length > named.length && /^[a-z]+$/.test(last) && !last.endsWith('s'))
    return lowerFirst([last, ...oneOfEach(segments.slice(0, -1))].map(pascal).join(''));
  const forPeople = answer.contentType === 'text/html';
  const isList = answer.schema instanceof z.ZodObject && 'items' in answer.schema.shape;
  const verb = method === 'get' ? (isList ? 'list' : forPeople ? 'show' : 'get') : verbs[method];
  // What makes one more is named after the one; what reads or replaces all of them keeps the plural.
  const nouns = method === 'post' ? oneOfEach([...segments, '{one}']) : oneOfEach(segments);
  return verb + (nouns.map(pascal).join('') || 'Start');
}

const verbs = { post: 'create', put: 'set', delete: 'remove', patch: 'change' } as const;

/** The named parts of an address, in the singular where an id says which one. */
function oneOfEach(segments: readonly string[]): string[] {
  return segments.flatMap((segment, at) => {
    if (segment.startsWith('{')) return [];
    return [segments[at + 1]?.startsWith('{') ? singular(segment) : segment];
  });
}

const singular = (noun: string) => (/(ss|us|is)$/.test(noun) ? noun : noun.replace(/ies$/, 'y').replace(/s$/, ''));

const pascal = (segment: string) =>
  segment.replaceAll(/(?:^|[-_.])(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\W/g, '');

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
