/** One field that was wrong, and how to put it right. */
export interface FieldError {
  /** Where in the body, such as `projects.0.weight`. */
  path: string;
  /** Goes on where the name of the field ends: "must not be empty". */
  message: string;
}

interface Told {
  /** Stable, for programs: `invalid-input`, `unauthorized`, `not-found`, …; `unreachable` when no answer came. */
  kind: string;
  /** Of the answer; 0 when none came. */
  status: number;
  /** A sentence for people. */
  title: string;
  errors?: readonly FieldError[] | undefined;
  /** Names the request in the operator's log. */
  instance?: string | undefined;
  retryAfterSeconds?: number | undefined;
}

/** What the API refused or could not do, as it says it itself (RFC 9457). */
export class KindcastProblem extends Error implements Told {
  readonly kind: string;
  readonly status: number;
  readonly title: string;
  readonly errors: readonly FieldError[];
  readonly instance: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(told: Told, options?: ErrorOptions) {
    super(told.title, options);
    this.name = 'KindcastProblem';
    this.kind = told.kind;
    this.status = told.status;
    this.title = told.title;
    this.errors = told.errors ?? [];
    this.instance = told.instance;
    this.retryAfterSeconds = told.retryAfterSeconds;
  }

  /** What is wrong with this field or anything inside it; undefined when nothing is. */
  ofField(path: string): string | undefined {
    return this.errors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message;
  }
}

const kindPrefix = 'urn:kindcast:problem:';

/** Reads the problem that an answer tells; an answer from something in between (a proxy's page) is one of its own. */
export async function problemOf(response: Response): Promise<KindcastProblem> {
  const retryAfter = /^\d+$/.exec(response.headers.get('retry-after') ?? '')?.[0];
  const retryAfterSeconds = retryAfter === undefined ? undefined : parseInt(retryAfter, 10);
  const told = await response.json().catch(() => undefined);
  if (typeof told?.type !== 'string' || !told.type.startsWith(kindPrefix))
    return new KindcastProblem({
      kind: 'unreadable',
      status: response.status,
      title: `The answer (${response.status}) is not one of Kindcast's; something between may have sent it.`,
      retryAfterSeconds,
    });
  const { type, title, errors, instance } = told;
  return new KindcastProblem({
    kind: type.slice(kindPrefix.length),
    status: response.status,
    title,
    errors,
    instance,
    retryAfterSeconds,
  });
}

/** No answer came at all. */
export const unreachable = (cause: unknown) =>
  new KindcastProblem(
    { kind: 'unreachable', status: 0, title: 'The server cannot be reached; check the connection and try again.' },
    { cause },
  );
