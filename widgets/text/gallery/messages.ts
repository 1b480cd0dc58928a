import type { Language } from '../messages.js';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

export const galleryTags = [
  'kindcast-total',
  'kindcast-goal',
  'kindcast-gifts',
  'kindcast-projects',
  'kindcast-board',
  'kindcast-item',
  'kindcast-thanks',
] as const;
export type GalleryTag = (typeof galleryTags)[number];

/** Every word of the gallery; each language is checked against this type. */
export interface GalleryWords {
  title: string;
  lead: string;
  tagsTitle: string;
  tagsText: string;
  lookTitle: string;
  topic: string;
  sessions: string;
  projects: string;
  shops: string;
  ownTopic: string;
  ownTopicHint: string;
  language: string;
  asPage: string;
  theme: string;
  themes: Record<'auto' | 'light' | 'dark', string>;
  accent: string;
  elements: Record<GalleryTag, { title: string; text: string }>;
  options: Record<OptionName, string>;
  by: Record<'session' | 'shop' | 'region', string>;
  fillIn: string;
  noSessions: string;
  copy: string;
  copied: string;
  copyYourself: string;
  snippetOf(title: string): string;
  documentation: string;
}

export type OptionName = 'limit' | 'milestones' | 'by' | 'currency' | 'shop' | 'product' | 'order' | 'key';

export const galleryWords: Record<Language, GalleryWords> = { 'zh-CN': zhCN, en };
