import http from 'node:http';
import https from 'node:https';
import { AddressRefused, findAddresses, lookupOf, type Surroundings } from './find-address.js';
import { isIn } from './public-addresses.js';

/** How one sending went. */
export interface Outcome {
  /** Status of the answer, if there was one. */
  status?: number;
  ms: number;
  /** What went wrong, for programs and in a sentence for people; both missing when it was taken. */
  trouble?: 'status' | 'redirect' | 'slow' | 'address' | 'certificate' | 'unreachable';
  error?: string;
  /** The first of what the receiver answered, when it was not taken. */
  response?: string;
}

export interface SendRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  surroundings: Surroundings;
  /** Breaks it off; then this throws. */
  over: AbortSignal;
  timeoutMs?: number;
}

/** A receiver that has more to do answers first and works afterwards. */
const timeoutMs = 15_000;
/** As much of an answer as a person needs to see what was wrong. */
const responseBytes = 300;

/**
 * Sends one event. Never follows a redirect, never connects to an address that has not been checked, reads next to nothing of
 * the answer. Each sending has a connection of its own, so each asks anew where the name leads.
 */
export async function sendRequest(request: SendRequest): Promise<Outcome> {
  const since = performance.now();
  const giveUp = new AbortController();
  let late = false;
  const patience = setTimeout(() => {
    late = true;
    giveUp.abort();
  }, request.timeoutMs ?? timeoutMs);
  const onOver = () => giveUp.abort();
  request.over.addEventListener('abort', onOver, { once: true });
  try {
    request.over.throwIfAborted();
    const { status, response } = await post(request, giveUp.signal);
    const ms = Math.round(performance.now() - since);
    if (status >= 200 && status < 300) return { status, ms };
    const redirect = status >= 300 && status < 400;
    return {
      status,
      ms,
      trouble: redirect ? 'redirect' : 'status',
      error: redirect
        ? `The receiver answered ${status}: it points somewhere else, and redirects are not followed. Set its final address.`
        : `The receiver answered ${status}; anything from 200 to 299 means that it was taken.`,
      ...(response && { response }),
    };
  } catch (error) {
    if (request.over.aborted) throw error;
    return { ms: Math.round(performance.now() - since), ...explain(error as NodeJS.ErrnoException, late) };
  } finally {
    clearTimeout(patience);
    request.over.removeEventListener('abort', onOver);
  }
}

async function post(
  { url, headers, body, surroundings }: SendRequest,
  signal: AbortSignal,
): Promise<{ status: number; response: string }> {
  const { hostname, protocol } = new URL(url);
  // What was allowed to do without TLS may have moved away since.
  const found = await findAddresses(hostname, surroundings);
  if (protocol === 'http:' && !found.every(({ address }) => isIn(address, surroundings.networks)))
    throw new AddressRefused('begins with http://, which is possible in allowed networks only');
  return new Promise((resolve, reject) => {
    const sending = (protocol === 'http:' ? http : https).request(url, {
      method: 'POST',
      agent: false,
      lookup: lookupOf(found),
      signal,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Kindcast-Webhooks/1',
        connection: 'close',
        ...headers,
      },
    });
    sending.on('error', reject);
    sending.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      const chunks: Buffer[] = [];
      let bytes = 0;
      const done = () => {
        const text = Buffer.concat(chunks).subarray(0, responseBytes).toString('utf8');
        resolve({ status, response: text.replaceAll(/\p{C}/gu, ' ').trim() });
        sending.destroy();
      };
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if ((bytes += chunk.length) >= responseBytes) done();
      });
      answer.on('end', done);
      answer.on('error', reject);
      // The status is all that is asked for; whoever took it may say the rest to himself.
      if (status >= 200 && status < 300) done();
    });
    sending.end(body);
  });
}

function explain(error: NodeJS.ErrnoException, late: boolean): Pick<Outcome, 'trouble' | 'error'> {
  if (error instanceof AddressRefused)
    return { trouble: 'address', error: `It was not sent: the address ${error.message}.` };
  if (late)
    return { trouble: 'slow', error: 'The receiver did not answer within 15 seconds; answer first, work afterwards.' };
  const code = error.code ?? '';
  if (/CERT|TLS|SSL|SELF_SIGNED|ISSUER|ALTNAME/.test(code))
    return {
      trouble: 'certificate',
      error: `The receiver could not prove who it is: its certificate failed (${code}).`,
    };
  const known: Record<string, string> = {
    ECONNREFUSED: 'Nothing listens at this address.',
    ECONNRESET: 'The receiver hung up.',
    EHOSTUNREACH: 'No way leads to this address.',
    ENETUNREACH: 'No way leads to this address.',
  };
  return {
    trouble: 'unreachable',
    error: known[code] ?? `The receiver could not be reached (${code || 'no reason known'}).`,
  };
}
