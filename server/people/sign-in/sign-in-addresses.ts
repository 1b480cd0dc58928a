import { z } from 'zod';
import type { RouteDescription } from '../../http/define-route.js';
import { email, id, text } from '../../http/wire.js';
import { languages } from '../mail/letter-words.js';
import type { Asked } from './sign-in-limits.js';

/** One address of better-auth that is open here; every other one is as if it did not exist. */
export interface SignInAddress extends RouteDescription {
  method: 'get' | 'post';
  body?: z.ZodObject;
  query?: z.ZodObject;
  /** Counted by the address that asks. */
  asks?: Asked;
  /** A guess at this person's password or code; counted before it is looked at. */
  guesses?: 'password of email' | 'own password' | 'own code';
  /** Weakens the second factor, so a code of it must have been given just now. */
  freshCode?: boolean;
  /** Makes a letter go out to `email`. */
  writes?: boolean;
}

// How long a new one must be is said by better-auth; here only how much is looked at.
const password = z.string().min(1, 'must not be empty').max(1_000, 'must have at most 128 characters');
const code = text(40);
const language = z.enum(languages);
/** Where the browser goes on: a page of the console, so that no letter of ours leads to a stranger's. */
const page = z
  .string()
  .max(300)
  .regex(/^\/console(?:[/?#](?!.*(?:\/\/|\.\.|\\))[!-~]*)?$/, 'must be an address of the console such as "/console"');
// Looked up and kept as they come.
const passkeyAnswer = z.looseObject({
  id: text(2_000),
  response: z.looseObject({ transports: z.array(text(40)).max(20).optional() }).optional(),
});

const done = z.object({ status: z.boolean().optional() });
const signedIn = z.object({
  twoFactorRedirect: z.boolean().optional().openapi({ description: 'true: not signed in yet, the code comes next' }),
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }).optional(),
});
const options = z.looseObject({ challenge: z.string() });
const passkeyOut = z.object({
  id: z.string(),
  name: z.string().nullish(),
  createdAt: z.string().nullish(),
  deviceType: z.string(),
  backedUp: z.boolean(),
});

/** `signInEmail`, `twoFactorEnable`: what better-auth's own clients call them, more or less. */
const operationId = (path: string) =>
  path.slice('/auth/'.length).replaceAll(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());

const post = (path: string, summary: string, body: z.ZodObject, more: Partial<SignInAddress> = {}): SignInAddress => ({
  method: 'post',
  path,
  operationId: operationId(path),
  summary,
  body,
  answer: { status: 200, description: 'Done', schema: done },
  ...more,
});
const get = (path: string, summary: string, schema: z.ZodType, query?: z.ZodObject): SignInAddress => ({
  method: 'get',
  path,
  operationId: operationId(path),
  summary,
  ...(query && { query }),
  answer: { status: 200, description: 'As asked', schema },
});
const answers = (schema: z.ZodType) => ({ answer: { status: 200, description: 'Done', schema } });

/** All that is open of better-auth, with what may be sent; who may call stands in server/http/access.ts. */
export const signInAddresses: readonly SignInAddress[] = [
  post(
    '/auth/sign-up/email',
    'Signs up; the answer is the same whether the address has an account or not, the letter tells',
    z.strictObject({ name: text(100), email, password, language: language.optional(), callbackURL: page.optional() }),
    { asks: 'sign-up', writes: true },
  ),
  post(
    '/auth/sign-in/email',
    'Signs in with a password',
    z.strictObject({ email, password, rememberMe: z.boolean().optional() }),
    { asks: 'sign-in', guesses: 'password of email', ...answers(signedIn) },
  ),
  post('/auth/sign-out', 'Ends the session', z.strictObject({})),
  post(
    '/auth/send-verification-email',
    'Sends the link that confirms an address once more',
    z.strictObject({ email, callbackURL: page.optional() }),
    { asks: 'letter-from', writes: true },
  ),
  {
    ...get(
      '/auth/verify-email',
      'Confirms an address by the link of a letter, and goes on to the console',
      z.object({}),
      z.strictObject({ token: text(2_000), callbackURL: page.optional() }),
    ),
    answer: { status: 302, description: 'On to the console; with ?error= when the link is not good' },
  },
  post('/auth/request-password-reset', 'Sends a link to choose a new password', z.strictObject({ email }), {
    asks: 'letter-from',
    writes: true,
  }),
  post(
    '/auth/reset-password',
    'Sets the new password, with the token of the link; signs out everywhere',
    z.strictObject({ token: text(200), newPassword: password }),
    { asks: 'sign-in' },
  ),
  post(
    '/auth/change-password',
    'Changes the password',
    z.strictObject({ currentPassword: password, newPassword: password, revokeOtherSessions: z.boolean().optional() }),
    { guesses: 'own password' },
  ),
  post(
    '/auth/update-user',
    'Changes name or language',
    z.strictObject({ name: text(100).optional(), language: language.optional() }),
  ),
  post('/auth/two-factor/enable', 'Begins to set up the second factor', z.strictObject({ password }), {
    guesses: 'own password',
    ...answers(z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) })),
  }),
  post('/auth/two-factor/disable', 'Turns the second factor off', z.strictObject({ password }), {
    freshCode: true,
    guesses: 'own password',
  }),
  post(
    '/auth/two-factor/verify-totp',
    'Gives a code: to sign in, to finish setting up, or to prove oneself once more',
    z.strictObject({ code }),
    { asks: 'sign-in', guesses: 'own code', ...answers(signedIn) },
  ),
  post('/auth/two-factor/verify-backup-code', 'Gives a backup code in place of a code', z.strictObject({ code }), {
    asks: 'sign-in',
    guesses: 'own code',
    ...answers(signedIn),
  }),
  post(
    '/auth/two-factor/generate-backup-codes',
    'Makes new backup codes; the old ones end',
    z.strictObject({ password }),
    { freshCode: true, guesses: 'own password', ...answers(z.object({ backupCodes: z.array(z.string()) })) },
  ),
  get('/auth/passkey/generate-register-options', 'Begins to set up a passkey', options),
  post(
    '/auth/passkey/verify-registration',
    'Sets up a passkey',
    z.strictObject({ response: passkeyAnswer, name: text(100).optional() }),
    answers(passkeyOut),
  ),
  get('/auth/passkey/generate-authenticate-options', 'Begins to sign in with a passkey', options),
  post('/auth/passkey/verify-authentication', 'Signs in with a passkey', z.strictObject({ response: passkeyAnswer }), {
    asks: 'sign-in',
    ...answers(signedIn),
  }),
  get('/auth/passkey/list-user-passkeys', 'Lists own passkeys', z.array(passkeyOut)),
  post('/auth/passkey/delete-passkey', 'Removes a passkey', z.strictObject({ id })),
  post('/auth/passkey/update-passkey', 'Renames a passkey', z.strictObject({ id, name: text(100) })),
];
