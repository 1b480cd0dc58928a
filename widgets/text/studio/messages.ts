import type { ColourName, Corner, Layout, Theme } from '../../views/overlay/overlay-options.js';
import type { Language, Paragraph } from '../messages.js';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

/** What the studio of an overlay says besides the words of all screens. */
export interface StudioMessages {
  studio: string;
  intro: string;

  preview: string;
  backdrop: string;
  backdrops: Record<'shop' | 'bright' | 'dark', string>;
  testGift: string;
  testGiftExplained: string;
  testGiftSent: string;
  tooSoon: string;
  failed: string;

  address: string;
  addressExplained: string;
  copy: string;
  copied: string;
  copyYourself: string;

  look: string;
  layout: string;
  layouts: Record<Layout, Paragraph>;
  corner: string;
  corners: Record<Corner, string>;
  theme: string;
  themes: Record<Theme, string>;
  colours: string;
  colourNames: Record<ColourName, string>;
  ownColours: string;
  hardToRead: string;
  size: string;
  sizeOf(percent: string): string;
  spoken: string;
  spokenAsComputer: string;

  shown: string;
  gifts: Paragraph;
  milestones: Paragraph;
  sound: Paragraph;
  qr: Paragraph;
  apply: string;

  obs: string;
  obsSteps(width: number, height: number): readonly string[];
  obsNotes: readonly string[];

  code: string;
  codeExplained: string;
  codeTitle: string;
  download: string;

  newLink: string;
  newLinkExplained: string;
  newLinkAsk: string;
  newLinkYes: string;
  newLinkNo: string;
  newLinkMade: string;

  gone: string;
  goneExplained: string;
}

export const studioMessages: Record<Language, StudioMessages> = { 'zh-CN': zhCN, en };
