import type { Language } from '../../messages.js';
import { shellEn } from './en.js';
import { shellZhCN } from './zh-cn.js';

/** Every word of the console's frame and of the parts that all its pages share. */
export interface ShellWords {
  brand: string;
  console: string;
  skipToContent: string;
  menu: string;
  closeMenu: string;
  language: string;
  otherLanguageName: string;
  organisations: string;
  switchOrganisation: string;
  newOrganisation: string;
  operator: string;
  kinds: Record<'merchant' | 'charity' | 'streamer' | 'sponsor', string>;
  roles: Record<'owner' | 'editor' | 'viewer', string>;
  organisation: string;
  account: string;
  signOut: string;
  signIn: string;

  loading: string;
  notFound: string;
  notFoundText: string;
  toStart: string;
  failed: string;
  offline: string;
  /** By the kind of problem that the server tells. */
  refusals: Record<
    | 'invalid-input'
    | 'unauthorized'
    | 'forbidden'
    | 'not-found'
    | 'conflict'
    | 'too-many-tries'
    | 'too-busy'
    | 'too-large',
    string
  >;
  tryAgain: string;
  withoutScript: string;
}

export const shellMessages: Record<Language, ShellWords> = { 'zh-CN': shellZhCN, en: shellEn };
