import type { Language } from '../messages.js';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

/** What public pages say about a charity and its reports. */
export interface CharityWords {
  verified: string;
  verifiedMeans: string;
  notVerified: string;
  website: string;
  contact: string;
  reports: string;
  period(from: string, until: string): string;
}

export const charityWords: Record<Language, CharityWords> = { 'zh-CN': zhCN, en };
