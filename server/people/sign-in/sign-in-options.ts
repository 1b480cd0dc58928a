import { passkey } from '@better-auth/passkey';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type pg from 'pg';
import { newId } from '../../database/new-id.js';
import type { TroubleLog } from '../../log/calm-log.js';
import type { Language } from '../mail/letter-words.js';
import { actingPool } from './acting-pool.js';
import { confirmSeconds } from './own-browser.js';
import { sessionSeconds } from './session-cookie.js';
import type { SignInLimits } from './sign-in-limits.js';
import { passkeyTables, secondFactorTables, signInTables } from './sign-in-tables.js';

export const passwordLength = { min: 12, max: 128 };

/** A person as letters need to know him. */
export interface Addressee {
  email: string;
  name: string;
  language?: string | null;
}

export interface SignInNeeds {
  pool: pg.Pool;
  publicUrl: string;
  /** Signs cookies and encrypts second factors. */
  secret: string;
  limits: SignInLimits;
  log: TroubleLog;
  letters: {
    verify(person: Addressee, token: string, then: string): void;
    alreadyHere(person: Addressee): void;
    reset(person: Addressee, token: string): void;
  };
}

export type SignIn = ReturnType<typeof openBetterAuth>;

/** Everything about proving who one is, by better-auth on our tables (docs/decisions/0019-people.md). */
export function openBetterAuth(needs: SignInNeeds) {
  return betterAuth(signInOptions(needs));
}

/** Where a code was given; a session that begins here has passed the second factor. */
const codePaths = ['/two-factor/verify-totp', '/two-factor/verify-backup-code'];

export function signInOptions({ pool, publicUrl, secret, limits, log, letters }: SignInNeeds) {
  const { origin, hostname, protocol } = new URL(publicUrl);
  return {
    appName: 'Kindcast 善播',
    baseURL: origin,
    basePath: '/auth',
    secret,
    database: actingPool(pool) as pg.Pool,
    // Whoever came this far came from a page of ours: see the door.
    trustedOrigins: (request) => [request?.headers.get('origin') ?? origin],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Its warnings name addresses of people; what fails is told by a sentence without them.
    logger: {
      level: 'error',
      log: (_level, message) => log.warn({ reason: message.slice(0, 200) }, 'signing in was disturbed'),
    },
    advanced: {
      cookiePrefix: 'kindcast',
      useSecureCookies: protocol === 'https:',
      database: { generateId: () => newId(), validateSchema: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    user: {
      ...signInTables.user,
      additionalFields: { language: { type: 'string', required: false } },
    },
    session: {
      ...signInTables.session,
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      additionalFields: {
        secondFactorAt: { type: 'date', required: false, input: false, fieldName: 'second_factor_at' },
      },
    },
    account: { ...signInTables.account, accountLinking: { enabled: false } },
    verification: signInTables.verification,
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      onExistingUserSignUp: async ({ user }) => letters.alreadyHere(user),
      sendResetPassword: async ({ user, token }) => letters.reset(user, token),
      // He has read the mailbox. Whoever locked his account out has not, nor who may have signed up with his address.
      onPasswordReset: async ({ user }) => {
        await limits.proved(user.email);
        await pool.query('UPDATE people SET email_verified = true WHERE id = $1 AND NOT email_verified', [user.id]);
      },
    },
    emailVerification: {
      expiresIn: confirmSeconds,
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail: async ({ user, url, token }) =>
        letters.verify(user, token, new URL(url).searchParams.get('callbackURL') ?? '/'),
    },
    databaseHooks: {
      user: { create: { after: () => forgetUnconfirmed(pool) } },
      session: {
        create: {
          before: async (session, context) => {
            const code = codePaths.includes(context?.path ?? '') ? String(context?.body?.code) : undefined;
            if (code !== undefined && !(await limits.firstTime(`code ${session.userId} ${code}`)))
              throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'Code used' });
            return { data: { ...session, secondFactorAt: code === undefined ? null : new Date() } };
          },
          after: async ({ userId }) => {
            await pool.query('DELETE FROM person_sessions WHERE person_id = $1 AND expires_at < now()', [userId]);
          },
        },
      },
    },
    plugins: [
      twoFactor({ issuer: `Kindcast ${hostname}`, schema: secondFactorTables }),
      passkey({
        rpName: 'Kindcast 善播',
        rpID: hostname,
        origin,
        schema: passkeyTables,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: async ({ verification }) => assertVerified(verification.registrationInfo) },
        authentication: {
          afterVerification: async ({ verification }) => assertVerified(verification.authenticationInfo),
        },
      }),
    ],
  } satisfies BetterAuthOptions;
}

/** Whoever never confirmed his address was perhaps never its owner; it is free again then. */
async function forgetUnconfirmed(pool: pg.Pool): Promise<void> {
  await pool.query(`DELETE FROM people WHERE NOT email_verified AND created_at < now() - interval '7 days'`);
}

/** The caller's address, set by the door and nobody else. */
export const addressHeader = 'x-kindcast-address';

/** A passkey stands in for a password, so its holder must have unlocked it. */
function assertVerified(info: { userVerified: boolean } | undefined): void {
  if (!info?.userVerified)
    throw new APIError('UNAUTHORIZED', { code: 'PASSKEY_NOT_UNLOCKED', message: 'Passkey not unlocked' });
}

export const languageOf = ({ language }: Addressee): Language => (language === 'en' ? 'en' : 'zh-CN');
