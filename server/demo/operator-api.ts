/** The answer was not what was asked for: holds its status and what the server said. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'ApiProblem';
  }
}

/** Calls one address of the HTTP API with the operator key and gives back the JSON answer. */
export type CallApi = <Answer>(method: string, path: string, body?: unknown, onceKey?: string) => Promise<Answer>;

/** The HTTP API as any script would use it; the demo knows no other way in. */
export function operatorApi(url: string, operatorKey: string): CallApi {
  return async <Answer>(method: string, path: string, body?: unknown, onceKey?: string) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        authorization: `Bearer ${operatorKey}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(onceKey !== undefined && { 'idempotency-key': onceKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok) throw new ApiProblem(response.status, `${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
}
