/** One field that was wrong, and how to put it right. */
export interface FieldError {
  path: string;
  message: string;
}

/** Every kind of error a caller can meet; `type` is stable, so programs may rely on it. */
const kinds = {
  'invalid-input': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 409,
  'too-many-tries': 429,
  'too-busy': 503,
  'database-away': 503,
  internal: 500,
} as const;

export type ProblemKind = keyof typeof kinds;

/** An error answered as RFC 9457 `application/problem+json`. The title is a sentence for people. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly title: string,
    readonly more: { errors?: FieldError[]; retryAfterSeconds?: number; code?: string } = {},
  ) {
    super(title);
    this.name = 'Problem';
  }

  get status(): number {
    return kinds[this.kind];
  }

  toJSON() {
    const { errors, code } = this.more;
    return {
      type: problemType(this.kind),
      title: this.title,
      status: this.status,
      ...(code !== undefined && { code }),
      ...(errors && { errors }),
    };
  }
}

/** The stable URI of a kind of problem. */
export const problemType = (kind: ProblemKind) => `urn:kindcast:problem:${kind}`;

/** A problem with exactly one field. */
export const badField = (path: string, message: string) =>
  new Problem('invalid-input', `The request cannot be used: ${path} ${message}.`, { errors: [{ path, message }] });

/** Something named in an address that is not there. */
export const notFound = (what: string) => new Problem('not-found', `There is no ${what} with this id.`);
