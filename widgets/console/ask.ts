/** One field that was wrong, as problem+json tells it. */
export interface FieldError {
  path: string;
  message: string;
}

/** What the server refused, or why it could not be reached. The message is a sentence for people. */
export class Refusal extends Error {
  constructor(
    message: string,
    /** Of the answer; 0 when there was none. */
    readonly status: number,
    readonly errors: readonly FieldError[] = [],
    readonly type = '',
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export interface AskOptions {
  /** `{names}` of the path. */
  path?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
}

export type Asked<T> =
  { data: T; error: undefined; response: Response } | { data: undefined; error: Refusal; response: Response };

/** Asks our own server with the session's cookie. It never throws for an answer; without one it throws a {@link Refusal}. */
export async function ask<T>(method: string, path: string, options: AskOptions = {}): Promise<Asked<T>> {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(options.path?.[name] ?? ''));
  const query = Object.entries(options.query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(query.map(([name, value]) => [name, String(value)])).toString();
  const response = await fetch(address + (search && `?${search}`), {
    method,
    headers: { accept: 'application/json', ...(options.body !== undefined && { 'content-type': 'application/json' }) },
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  }).catch(() => {
    throw new Refusal('', 0);
  });
  const text = await response.text();
  const answer: unknown =
    text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined;
  if (response.ok) return { data: answer as T, error: undefined, response };
  return { data: undefined, error: refusalOf(response.status, answer), response };
}

/** The answer's body; throws the {@link Refusal} when it was refused. */
export async function answered<T>(method: string, path: string, options: AskOptions = {}): Promise<T> {
  const { data, error } = await ask<T>(method, path, options);
  if (error) throw error;
  return data as T;
}

function refusalOf(status: number, answer: unknown): Refusal {
  // Our own routes say `title`, better-auth says `message`.
  const said = (answer ?? {}) as {
    title?: string;
    message?: string;
    code?: string;
    type?: string;
    errors?: FieldError[];
  };
  return new Refusal(said.title ?? said.message ?? '', status, said.errors ?? [], said.type ?? said.code ?? '');
}
