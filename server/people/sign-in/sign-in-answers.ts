import { Problem, type ProblemKind } from '../../http/problem.js';
import { passwordLength } from './sign-in-options.js';

/** What people are told when better-auth refuses; `field` is the one to mend. */
const refusals: Record<string, { kind: ProblemKind; title: string; field?: string }> = {
  INVALID_EMAIL_OR_PASSWORD: { kind: 'unauthorized', title: 'E-mail address and password do not belong together.' },
  EMAIL_NOT_VERIFIED: {
    kind: 'forbidden',
    title: 'Confirm your e-mail address first: we have just sent you the link again.',
  },
  INVALID_EMAIL: { kind: 'invalid-input', title: 'must be an e-mail address', field: 'email' },
  INVALID_PASSWORD: { kind: 'forbidden', title: 'This is not your password; try again.' },
  PASSWORD_TOO_SHORT: {
    kind: 'invalid-input',
    title: `must have at least ${passwordLength.min} characters; a few words in a row are easy to remember`,
    field: 'password',
  },
  PASSWORD_TOO_LONG: {
    kind: 'invalid-input',
    title: `must have at most ${passwordLength.max} characters`,
    field: 'password',
  },
  INVALID_TOKEN: { kind: 'forbidden', title: 'This link is not good any more; ask for a new one.' },
  TOKEN_EXPIRED: { kind: 'forbidden', title: 'This link is too old; ask for a new one.' },
  SESSION_NOT_FRESH: { kind: 'forbidden', title: 'You signed in more than a day ago; sign in again to change this.' },
  SESSION_EXPIRED: { kind: 'unauthorized', title: 'You are not signed in any more; sign in again.' },
  UNAUTHORIZED: { kind: 'unauthorized', title: 'Sign in first.' },
  INVALID_CODE: { kind: 'unauthorized', title: 'This code is not right; wait for the next one and try again.' },
  CODE_USED: { kind: 'unauthorized', title: 'This code was used already; wait for the next one.' },
  INVALID_BACKUP_CODE: { kind: 'unauthorized', title: 'This backup code is not right, or was used already.' },
  INVALID_TWO_FACTOR_COOKIE: {
    kind: 'unauthorized',
    title: 'That took too long; sign in with your password again, then give the code.',
  },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: {
    kind: 'too-many-tries',
    title: 'Too many wrong codes; sign in with your password again.',
  },
  ACCOUNT_TEMPORARILY_LOCKED: {
    kind: 'too-many-tries',
    title: 'Too many wrong codes; wait a quarter of an hour and try again.',
  },
  TOTP_NOT_ENABLED: { kind: 'conflict', title: 'You have no second factor; set it up first.' },
  TWO_FACTOR_NOT_ENABLED: { kind: 'conflict', title: 'You have no second factor; set it up first.' },
  BACKUP_CODES_NOT_ENABLED: { kind: 'conflict', title: 'You have no backup codes; set up the second factor first.' },
  TOTP_ALREADY_ENABLED: { kind: 'conflict', title: 'Your second factor is set up already; turn it off first.' },
  CHALLENGE_NOT_FOUND: { kind: 'forbidden', title: 'That took too long; start again with the passkey.' },
  PASSKEY_NOT_FOUND: { kind: 'unauthorized', title: 'This passkey is not known here; sign in another way.' },
  PASSKEY_NOT_UNLOCKED: { kind: 'unauthorized', title: 'Unlock the passkey, by its PIN or your finger or face.' },
  AUTHENTICATION_FAILED: { kind: 'unauthorized', title: 'The passkey could not be checked; try again.' },
  FAILED_TO_VERIFY_REGISTRATION: { kind: 'forbidden', title: 'The passkey could not be set up; try again.' },
  PREVIOUSLY_REGISTERED: { kind: 'conflict', title: 'This passkey is set up already.' },
};

const byStatus: Record<number, { kind: ProblemKind; title: string }> = {
  400: { kind: 'invalid-input', title: 'This cannot be used; check what you have entered.' },
  401: { kind: 'unauthorized', title: 'Sign in first.' },
  403: { kind: 'forbidden', title: 'This is not allowed.' },
  404: { kind: 'not-found', title: 'This is not there.' },
  422: { kind: 'invalid-input', title: 'This cannot be used; check what you have entered.' },
  429: { kind: 'too-many-tries', title: 'That was tried too often; wait a little and try again.' },
};

/** A refusal of better-auth as every other error of ours looks; `code` stays, for screens in other languages. */
export function refusalOf(status: number, body: unknown): Problem {
  const { code } = (body ?? {}) as { code?: unknown };
  const named = typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? { code } : {};
  const known = named.code === undefined ? undefined : refusals[named.code];
  if (known?.field !== undefined) {
    const { kind, field: path, title: message } = known;
    return new Problem(kind, `The body cannot be used: ${path} ${message}.`, { ...named, errors: [{ path, message }] });
  }
  const { kind, title } = known ??
    byStatus[status] ?? { kind: 'internal' as const, title: 'Something went wrong on our side; it has been logged.' };
  return new Problem(kind, title, named);
}
