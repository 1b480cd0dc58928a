import { channelsOf, contrastOf, type OverlayOptions, type Theme } from './overlay-options.js';

/** The colours of the themes, as the sheet has them too; over any video they bring enough ground of their own. */
export const themeColours: Readonly<Record<Theme, { accent: string; ink: string; paper: string }>> = {
  dark: { accent: 'ff9273', ink: 'fff8f1', paper: '1a120e' },
  glass: { accent: 'ffa68c', ink: 'fff8f1', paper: '1e140f' },
  light: { accent: 'b8371e', ink: '241d18', paper: 'fffaf4' },
};

/** The colours that an overlay comes out with. */
export function coloursOf(options: OverlayOptions): { accent: string; ink: string; paper: string } {
  const { accent, ink, paper } = themeColours[options.theme];
  return { accent: options.accent ?? accent, ink: options.ink ?? ink, paper: options.paper ?? paper };
}

/** Classes of the body and custom properties of the root. Every value is one of ours or checked digits. */
export function overlayLook(options: OverlayOptions): { classes: string; rules: string } {
  const { layout, corner, theme, size } = options;
  const { accent, ink, paper } = coloursOf(options);
  const light = contrastOf(paper, '000000') > contrastOf(paper, 'ffffff');
  return {
    classes: `layout-${layout} ${corner} ${theme} ${light ? 'on-light' : 'on-dark'}`,
    rules: `:root{--scale:${size / 100};--accent:#${accent};--ink:${channelsOf(ink)};--ground:${channelsOf(paper)}}`,
  };
}
