import type { Frame, StackTime } from './read-profile.js';

export interface Share {
  name: string;
  us: number;
}

/** What a frame's time belongs to; the innermost frame of a stack that belongs to something decides. */
const belongings: readonly (readonly [string, (frame: Frame) => boolean])[] = [
  ['waiting (idle)', ({ name }) => name === '(idle)'],
  ['garbage collection', ({ name }) => name === '(garbage collector)'],
  ['HMAC', ({ module }) => module.endsWith('verify-webhook.js')],
  ['SHA-256 of the delivery key', ({ name }) => name === 'deliveryKey'],
  ['JSON.parse of the body', ({ name, module }) => name === 'parseJson' && module.endsWith('parse-order.js')],
  ['verify and parse in the ceiling', ({ name }) => name === 'takeOrder'],
  ['zod', ({ module }) => module === 'zod'],
  ['decimal.js', ({ module }) => module === 'decimal.js'],
  ['pg (client side)', ({ module }) => /^pg(-|$)/.test(module) || module === 'postgres-array'],
  ['metrics', ({ module }) => module === 'prom-client'],
  ['Express and its parts', ({ module }) => expressParts.has(module)],
  ['mapping the payload (plugin)', ({ module }) => module.startsWith('dist/plugin/')],
  ['intake (queue, route)', ({ module }) => module.startsWith('dist/server/intake/')],
  ['giving (state, targets, gifts)', ({ module }) => module.startsWith('dist/server/giving/')],
  ['ledger (money, transfers)', ({ module }) => module.startsWith('dist/server/ledger/')],
  ['totals and feed', ({ module }) => module.startsWith('dist/server/totals/')],
  ['other code of ours', ({ module }) => module.startsWith('dist/')],
  ['HTTP and sockets of Node', ({ module }) => /^node:(_http|net|internal\/(stream|http)|http|stream)/.test(module)],
];

const expressParts = new Set(
  [
    'express',
    'router',
    'body-parser',
    'raw-body',
    'helmet',
    'finalhandler',
    'send',
    'etag',
    'fresh',
    'on-finished',
  ].concat([
    'content-type',
    'type-is',
    'bytes',
    'http-errors',
    'parseurl',
    'vary',
    'mime-types',
    'path-to-regexp',
    'qs',
    'depd',
  ]),
);

const sockets = 'HTTP and sockets of Node';

function belongingOf(stack: readonly Frame[]): string {
  for (const frame of stack) {
    const found = belongings.find(([, belongs]) => belongs(frame));
    if (!found) continue;
    // The sockets to the database are pg's business.
    if (found[0] === sockets && stack.some(({ module }) => /^pg(-|$)/.test(module))) return 'pg (client side)';
    return found[0];
  }
  return stack[0]?.name === '(program)' ? 'native code outside any function' : 'Node internals, unassigned';
}

/** Every microsecond once, by what it belongs to. */
export const byBelonging = (times: readonly StackTime[]) =>
  sums(times.map(({ stack, us }) => [belongingOf(stack), us]));

/** Time in the function itself, without what it calls. */
export const bySelf = (times: readonly StackTime[]) => sums(times.map(({ stack, us }) => [nameOf(stack[0]!), us]));

/** Time in a function of ours and all it calls; recursion counts once. */
export const byInclusive = (times: readonly StackTime[]) =>
  sums(
    times.flatMap(({ stack, us }) =>
      [...new Set(stack.filter(({ module }) => module.startsWith('dist/')).map(nameOf))].map(
        (name) => [name, us] as const,
      ),
    ),
  );

const nameOf = ({ name, module, line }: Frame) => (module ? `${name} ${module}:${line}` : name);

function sums(entries: readonly (readonly [string, number])[]): Share[] {
  const total = new Map<string, number>();
  for (const [name, us] of entries) total.set(name, (total.get(name) ?? 0) + us);
  return [...total].map(([name, us]) => ({ name, us })).sort((a, b) => b.us - a.us);
}
