import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { answered } from '../ask.js';

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type NewOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** The addresses of proving who one is, as server/people/sign-in has them. */
const auth = <T = unknown>(path: string, body: unknown = {}) => answered<T>('POST', `/auth/${path}`, { body });

/** Signs in; `second`: the code comes next. */
export async function signIn(email: string, password: string): Promise<{ second: boolean }> {
  const { twoFactorRedirect } = await auth<{ twoFactorRedirect?: boolean }>('sign-in/email', { email, password });
  return { second: twoFactorRedirect === true };
}

export async function signInWithPasskey(): Promise<void> {
  const optionsJSON = await answered<Options>('GET', '/auth/passkey/generate-authenticate-options');
  await auth('passkey/verify-authentication', { response: await startAuthentication({ optionsJSON }) });
}

export async function addPasskey(name: string): Promise<void> {
  const optionsJSON = await answered<NewOptions>('GET', '/auth/passkey/generate-register-options');
  await auth('passkey/verify-registration', { response: await startRegistration({ optionsJSON }), name });
}

export const signUp = (person: {
  name: string;
  email: string;
  password: string;
  language: string;
  callbackURL: string;
}) => auth('sign-up/email', person);

export const sendVerification = (email: string, callbackURL: string) =>
  auth('send-verification-email', { email, callbackURL });

export const askForReset = (email: string) => auth('request-password-reset', { email });
export const resetPassword = (token: string, newPassword: string) => auth('reset-password', { token, newPassword });
export const giveCode = (code: string) => auth('two-factor/verify-totp', { code });
export const giveBackupCode = (code: string) => auth('two-factor/verify-backup-code', { code });
