import type { IncomingMessage, ServerResponse } from 'node:http';
import { announcedBytes, type BodiesInHand } from './bodies-in-hand.js';
import { Problem } from './problem.js';

/** Bodies of the API are small forms; store webhooks have their own, larger limit. */
const formBytesMax = 256 * 1024;

/** Our forms are three levels deep; what walks over them may recurse, so nobody may send the stack full. */
const levelsMax = 32;

/**
 * Receives a body of the API; undefined when there is none.
 *
 * @throws {Problem} what `BodiesInHand.receive` throws, and `invalid-input` when it is not JSON or nested too deeply
 */
export async function receiveJson(
  bodies: BodiesInHand,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> {
  if (request.headers['content-length'] === undefined && announcedBytes(request) === 0) return undefined;
  const text = new TextDecoder().decode(await bodies.receive(request, response, formBytesMax));
  // Many programs send an empty body where none is needed.
  if (text === '') return {};
  let form: unknown;
  try {
    form = JSON.parse(text);
  } catch {
    throw unusable('is not valid JSON');
  }
  if (levelsOf(text) > levelsMax) throw unusable(`is nested more than ${levelsMax} levels deep`);
  return form;
}

/** How deeply valid JSON is nested; read from the text, because walking over the values is what must not go too deep. */
function levelsOf(json: string): number {
  let level = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') quoted = !quoted;
    else if (quoted) at += sign === '\\' ? 1 : 0;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, (level += 1));
    else if (sign === ']' || sign === '}') level -= 1;
  }
  return deepest;
}

const unusable = (message: string) =>
  new Problem('invalid-input', `The body ${message}.`, { errors: [{ path: 'body', message }] });
