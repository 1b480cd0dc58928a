import type { Language } from '../../messages.js';
import { signInEn } from './en.js';
import { signInZhCN } from './zh-cn.js';

type Kind = 'merchant' | 'charity' | 'streamer' | 'sponsor';

/** Every word of signing up, signing in, and of one's first organisation. */
export interface SignInWords {
  signIn: string;
  signInText: string;
  signUp: string;
  signUpText: string;
  email: string;
  password: string;
  passwordHint: string;
  newPassword: string;
  yourName: string;
  yourNameHint: string;
  withPasskey: string;
  or: string;
  noAccount: string;
  haveAccount: string;
  forgotten: string;
  forgottenText: string;
  sendLink: string;
  checkMail: string;
  checkMailText(email: string): string;
  checkMailHint: string;
  sendAgain: string;
  sentAgain: string;
  reset: string;
  resetText: string;
  resetElsewhere: string;
  savePassword: string;
  passwordSaved: string;
  linkBad: string;

  second: string;
  secondText: string;
  code: string;
  backupCode: string;
  backupText: string;
  useBackup: string;
  useCode: string;
  goOn: string;

  welcome: string;
  welcomeText: string;
  whatAreYou: string;
  kinds: Record<Kind, { title: string; text: string }>;
  nameOf: Record<Kind, string>;
  makeOrganisation: string;
  made(name: string): string;

  invitation: string;
  invitedTo(organisation: string, role: string): string;
  invitedFor(email: string): string;
  accept: string;
  signInToAccept: string;
  otherPerson(email: string): string;
}

export const signInMessages: Record<Language, SignInWords> = { 'zh-CN': signInZhCN, en: signInEn };
