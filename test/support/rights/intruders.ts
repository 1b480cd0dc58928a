import type { Kindcast } from '../start-kindcast.js';
import { ask, lateLast, leaves, swaps, type Heard, type Operation } from './operations.js';
import { samples, type Asked, type Sample } from './samples.js';
import type { Credentials } from './credentials.js';
import type { Kind, Side } from './world.js';

/** One who asks for what is not his. */
export interface Intruder {
  who: string;
  credentials: Credentials | undefined;
  /** Of the organisation he acts for, where that matters. */
  kind?: Kind;
}

/** A request with what may be answered to it; everything else is a fault. */
export interface Case extends Intruder {
  operation: Operation;
  asked: Asked;
  expected: readonly number[];
  /** Fields of the body that a 400 may name; it must name one. Any, when this is missing. */
  fields?: readonly string[];
  /** What must not be told, unless the intruder has said it himself and is refused. */
  hidden?: readonly string[];
}

/**
 * The sample of an operation.
 *
 * @throws {Error} when there is none: whoever adds a route says here how it is asked for
 */
export function sampleOf({ name, method, path }: Operation): Sample {
  const sample = samples[name];
  if (!sample)
    throw new Error(
      `${method} ${path} has no sample: add ${name} to test/support/rights/samples.ts, so its guard is tried.`,
    );
  return sample;
}

/** Asks for the first side's things, by their very ids. */
export const askingFor = (
  side: Side,
  operations: readonly Operation[],
  { who, credentials }: Intruder,
  expected: (operation: Operation, sample: Sample) => readonly number[] | undefined,
): Case[] =>
  operations.flatMap((operation) => {
    const sample = sampleOf(operation);
    const statuses = expected(operation, sample);
    if (!statuses) return [];
    return { who, credentials, operation, asked: sample.ask(side), expected: statuses };
  });

const names = (asked: Asked, side: Side) => leaves(asked).some(([, value]) => side.secrets.includes(value));

/** What a stranger hears who names something that is not his; the routes that list answer him with nothing of it. */
function toStrangers({ method }: Operation, asked: Asked): readonly number[] {
  const refused = [400, 403, 404];
  return method === 'GET' && !asked.path ? [200, ...refused] : refused;
}

/** Where in the body something of a side stands: which is all that a 400 may complain of. */
const fieldsNaming = (side: Side, { body }: Asked) =>
  leaves(body).flatMap(([place, value]) => (side.secrets.includes(value) ? [place] : []));

/**
 * Somebody of another set of organisations: asks for the first side's things, and for his own with one of the first
 * side's in it. What names nothing of anybody (lists) must answer without a trace of the first side.
 */
export function strangersCases(first: Side, own: Side, operations: readonly Operation[], intruder: Intruder): Case[] {
  return operations.flatMap((operation): Case[] => {
    const sample = sampleOf(operation);
    const isKey = intruder.credentials !== undefined && 'key' in intruder.credentials;
    if (sample.of === 'operator' || (sample.of === 'person' && isKey)) return [];
    const asked = sample.ask(first);
    const hidden = first.secrets.filter((secret) => !sample.everybodys || !first.told.includes(secret));
    const base = { ...intruder, operation, hidden };
    const listed = operation.method === 'GET' && Object.keys(asked.path ?? {}).length === 0;
    // About himself everybody may do what he likes; only what names something of another is tried.
    if (!names(asked, first) && (!listed || sample.of === 'person')) {
      if (sample.of !== 'person') throw new Error(`The sample of ${operation.name} names nothing of its side.`);
      return listed ? [{ ...base, asked, expected: [200, 400, 403] }] : [];
    }
    const expected = sample.of === 'person' ? [400, 401, 403, 404] : toStrangers(operation, asked);
    const asHisOwn = (sample.of === 'person' ? 'merchant' : sample.of) === intruder.kind;
    return [
      { ...base, asked, expected, fields: fieldsNaming(first, asked) },
      ...(asHisOwn ? swaps(sample, own, first) : []).map(({ place, asked }) => ({
        ...base,
        who: `${intruder.who}, with ${place} of another,`,
        asked,
        fields: fieldsNaming(first, asked),
        // A filter that names another's finds nothing.
        expected: operation.method === 'GET' && place.startsWith('query.') ? [200, ...expected] : expected,
      })),
    ];
  });
}

/** Asks all of it, several at a time, and tells what went wrong as sentences. */
export async function faultsOf(kindcast: Pick<Kindcast, 'url'>, cases: readonly Case[], atOnce = 6): Promise<string[]> {
  const faults: string[] = [];
  const waiting = lateLast(cases);
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const heard = await ask(kindcast.url, next.operation, next.asked, next.credentials);
      faults.push(...faultOf(next, heard));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return faults.sort();
}

function faultOf({ who, operation, asked, expected, fields, hidden = [] }: Case, { status, text }: Heard): string[] {
  const what = `${operation.method} ${operation.path} (${operation.name})`;
  if (!expected.includes(status))
    return [`${what}: ${who} was answered ${status} instead of ${expected.join(' or ')}: ${text.slice(0, 200)}`];
  if (status === 400 && fields && !complaints(text).some((field) => fields.includes(field)))
    return [`${what}: ${who} was told of something else than what is not his: ${text.slice(0, 300)}`];
  const said = new Set(status < 400 ? [] : leaves(asked).map(([, value]) => value));
  const told = hidden.find((secret) => text.includes(secret) && ![...said].some((value) => value.includes(secret)));
  return told === undefined ? [] : [`${what}: ${who} was told ${told}: ${text.slice(0, 200)}`];
}

/** The fields that a problem names. */
const complaints = (text: string): string[] =>
  ((JSON.parse(text) as { errors?: { path: string }[] }).errors ?? []).map(({ path }) => path);
