import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { getAuth, postAuth } from './ask-auth.js';

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type NewOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Signs in; `second`: the code comes next. */
export async function signIn(email: string, password: string): Promise<{ second: boolean }> {
  const { twoFactorRedirect } = await postAuth<{ twoFactorRedirect?: boolean }>('sign-in/email', { email, password });
  return { second: twoFactorRedirect === true };
}

export async function signInWithPasskey(): Promise<void> {
  const optionsJSON = await getAuth<Options>('passkey/generate-authenticate-options');
  await postAuth('passkey/verify-authentication', { response: await startAuthentication({ optionsJSON }) });
}

export async function addPasskey(name: string): Promise<void> {
  const optionsJSON = await getAuth<NewOptions>('passkey/generate-register-options');
  await postAuth('passkey/verify-registration', { response: await startRegistration({ optionsJSON }), name });
}

export const signUp = (person: {
  name: string;
  email: string;
  password: string;
  language: string;
  callbackURL: string;
}) => postAuth('sign-up/email', person);

export const sendVerification = (email: string, callbackURL: string) =>
  postAuth('send-verification-email', { email, callbackURL });

export const askForReset = (email: string) => postAuth('request-password-reset', { email });
export const resetPassword = (token: string, newPassword: string) => postAuth('reset-password', { token, newPassword });
export const giveCode = (code: string) => postAuth('two-factor/verify-totp', { code });
/** Six digits are a code of the app, anything else one of the backup codes. */
export const giveAnyCode = (code: string) => (/^\d{6}$/.test(code) ? giveCode(code) : giveBackupCode(code));
export const giveBackupCode = (code: string) => postAuth('two-factor/verify-backup-code', { code });
