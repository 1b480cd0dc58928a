import { expect } from 'chai';
import { operatorKey, type Answer } from './start-kindcast.js';

/** Asks the API as its operator; a body that is text is sent as it is. */
export async function askApi(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${operatorKey}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { response, status: response.status, body: (text ? JSON.parse(text) : undefined) as Answer };
}

/** The same, of one server. */
export type AskApi = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => ReturnType<typeof askApi>;

/** The answer is a problem in the one form they all have, about the field `path` where one is to blame. */
export function isProblem(answer: Awaited<ReturnType<typeof askApi>>, status: number, path?: string): void {
  expect(answer.status, JSON.stringify(answer.body)).to.equal(status);
  expect(answer.response.headers.get('content-type')).to.match(/^application\/problem\+json/);
  expect(answer.body.type).to.match(/^urn:kindcast:problem:/);
  expect(answer.body.title).to.match(/\.$/);
  if (path !== undefined) expect(answer.body.errors[0].path).to.equal(path);
}
