import { isLanguage, type Language } from '../../text/messages.js';

// How an overlay looks, as its address says it: `?layout=bar&theme=glass&accent=ffcc00`. The server, the overlay and the
// studio read and write it here alone.

export const layouts = ['card', 'bar', 'ticker', 'alert', 'portrait'] as const;
export type Layout = (typeof layouts)[number];

export const corners = ['bottom-left', 'bottom-right', 'top-left', 'top-right'] as const;
export type Corner = (typeof corners)[number];

export const themes = ['dark', 'glass', 'light'] as const;
export type Theme = (typeof themes)[number];

export const colourNames = ['accent', 'ink', 'paper'] as const;
export type ColourName = (typeof colourNames)[number];

/** Per cent of the usual size of letters. */
export const sizes = { least: 50, most: 200, usual: 100 } as const;

export interface OverlayOptions {
  layout: Layout;
  /** The bar uses its upper or lower half, the column its left or right half. */
  corner: Corner;
  theme: Theme;
  /** Six hexadecimal digits, lower case, without `#`; absent where the theme's own colour is wanted. */
  accent?: string;
  ink?: string;
  paper?: string;
  size: number;
  /** Absent: what the browser prefers, and OBS prefers what the computer speaks. */
  lang?: Language;
  gifts: boolean;
  milestones: boolean;
  sound: boolean;
  /** The code of the session's public page. */
  qr: boolean;
}

export const usualOptions: OverlayOptions = {
  layout: 'card',
  corner: 'bottom-left',
  theme: 'dark',
  size: sizes.usual,
  gifts: true,
  milestones: true,
  sound: false,
  qr: false,
};

/** Where a layout stands unless its address says otherwise: a phone's lower half belongs to the chat. */
export const usualCorner = (layout: Layout): Corner => (layout === 'portrait' ? 'top-left' : 'bottom-left');

/** The canvas a layout is made for: the size of the browser source. */
export const canvasOf = (layout: Layout): { width: number; height: number } =>
  layout === 'portrait' ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 };

/** Reads what an address asks for. Whatever it says wrongly is as if it had not been said: a stream must not break. */
export function readOverlayOptions(query: Readonly<Record<string, unknown>>): OverlayOptions {
  const oneOf = <T>(name: string, known: readonly T[], usual: T): T =>
    known.find((each) => each === query[name]) ?? usual;
  const isOn = (name: 'gifts' | 'milestones' | 'sound' | 'qr') =>
    oneOf(name, ['on', 'off'], usualOptions[name] ? 'on' : 'off') === 'on';
  const layout = oneOf('layout', layouts, usualOptions.layout);
  const lang = query['lang'];
  return {
    layout,
    corner: oneOf('corner', corners, usualCorner(layout)),
    theme: oneOf('theme', themes, usualOptions.theme),
    ...Object.fromEntries(
      colourNames.flatMap((name) => {
        const colour = readColour(query[name]);
        return colour === undefined ? [] : [[name, colour]];
      }),
    ),
    size: readSize(query['size']),
    ...(isLanguage(lang) && { lang }),
    gifts: isOn('gifts'),
    milestones: isOn('milestones'),
    sound: isOn('sound'),
    qr: isOn('qr'),
  };
}

/** `#FC0`, `fc0` and `ffcc00` are the same colour; undefined for what is none. */
export function readColour(text: unknown): string | undefined {
  const found = typeof text === 'string' ? /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text) : null;
  const digits = found?.[1]?.toLowerCase();
  return digits?.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
}

function readSize(text: unknown): number {
  if (typeof text !== 'string' || !/^\d{1,3}$/.test(text)) return sizes.usual;
  const size = parseInt(text, 10);
  return size >= sizes.least && size <= sizes.most ? size : sizes.usual;
}

/** The query that brings these options about, with the shortest address: what is usual is not said. */
export function writeOverlayOptions(options: OverlayOptions): string {
  const query = new URLSearchParams();
  const usual = { ...usualOptions, corner: usualCorner(options.layout) };
  for (const name of ['layout', 'corner', 'theme', ...colourNames, 'size', 'lang'] as const) {
    const value = options[name];
    if (value !== undefined && value !== usual[name]) query.set(name, String(value));
  }
  for (const name of ['gifts', 'milestones', 'sound', 'qr'] as const)
    if (options[name] !== usual[name]) query.set(name, options[name] ? 'on' : 'off');
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** "255 204 0", for `rgb(… / 88%)`. */
export function channelsOf(colour: string): string {
  return [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16)).join(' ');
}

/** How well letters of one colour are read on another, 1 to 21; from 4.5 on it is comfortable (WCAG 2.2, 1.4.3). */
export function contrastOf(one: string, other: string): number {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = channelsOf(colour)
    .split(' ')
    .map((channel) => {
      const part = parseInt(channel, 10) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
