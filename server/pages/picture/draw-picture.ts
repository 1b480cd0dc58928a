import { renderAsync } from '@resvg/resvg-js';
import { sealOutline } from '../seal.js';
import type { PictureFont, Weight } from './picture-font.js';
import { breakLines, cutToWidth, readLetters, setText, textWidth, type Letters } from './set-text.js';

export const pictureWidth = 1200;
export const pictureHeight = 630;

/** What a picture says, already in the reader's language. */
export interface PictureWords {
  brand: string;
  /** Top right: how the session stands. */
  badge?: string | undefined;
  title: string;
  label: string;
  /** The total in pieces, the symbol and the cents smaller. */
  total: readonly { small: boolean; text: string }[];
  /** 0 to 1 as a decimal; above 1 the bar is full. */
  goalPart?: string | undefined;
  goal?: string | undefined;
  /** The streamer, or the charity. */
  who: string;
}

/** As in widgets/look/colors.css, by day: a picture does not know the reader's evening. */
const color = {
  paper: '#faf6f1',
  ink: '#241d18',
  soft: '#6a5d52',
  track: '#efe6dc',
  accent: '#bd3a20',
  onAccent: '#fffaf6',
};

const margin = 80;
const inner = pictureWidth - 2 * margin;

/** A PNG of 1200 × 630. Only outlines and numbers go into the drawing, so no text can become markup. */
export async function drawPicture(font: PictureFont, words: PictureWords): Promise<Buffer> {
  const pieces = [await head(font, words), await titleAndTotal(font, words), await foot(font, words)];
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${pictureHeight}">
    <rect width="100%" height="100%" fill="${color.paper}"/>
    <rect width="100%" height="12" fill="${color.accent}"/>${pieces.join('')}</svg>`;
  const image = await renderAsync(drawing, { font: { loadSystemFonts: false } });
  return image.asPng();
}

async function line(font: PictureFont, text: string, weight: Weight, x: number, y: number, size: number, fill: string) {
  return setText(await readLetters(font, text, weight), x, y, size, fill);
}

async function head(font: PictureFont, { brand, badge }: PictureWords): Promise<string> {
  const drawn = [
    `<rect x="${margin}" y="64" width="56" height="56" rx="14" fill="${color.accent}"/>`,
    `<path transform="translate(${margin + 10.5} 105.3) scale(1.75)" fill="${color.onAccent}" d="${sealOutline}"/>`,
    await line(font, brand, 700, margin + 76, 102, 30, color.ink),
  ];
  if (badge) {
    const letters = await readLetters(font, badge, 700);
    const width = textWidth(letters, 26) + 48;
    const x = pictureWidth - margin - width;
    drawn.push(
      `<rect x="${x.toFixed(1)}" y="66" width="${width.toFixed(1)}" height="52" rx="26" fill="${color.accent}"/>`,
    );
    drawn.push(setText(letters, x + 24, 101, 26, color.onAccent));
  }
  return drawn.join('');
}

async function titleAndTotal(font: PictureFont, { title, label, total }: PictureWords): Promise<string> {
  const letters = await readEnding(font, title, 700);
  const size = textWidth(letters, 54) <= inner ? 54 : 46;
  const lines = breakLines(letters, size, inner, 2);
  const top = lines.length > 1 ? 196 : 226;
  const drawn = lines.map((each, at) => setText(each, margin, top + at * size * 1.25, size, color.ink));
  drawn.push(await line(font, label, 400, margin, 338, 30, color.soft));
  drawn.push(await figures(font, total));
  return drawn.join('');
}

/** The total as large as the width allows. */
async function figures(font: PictureFont, total: PictureWords['total']): Promise<string> {
  const pieces = await Promise.all(
    total.map(async ({ small, text }) => ({ small, letters: await readLetters(font, text, 700) })),
  );
  const scale = (small: boolean) => (small ? 0.56 : 1);
  const ems = pieces.reduce((sum, { small, letters }) => sum + textWidth(letters, scale(small)), 0);
  const size = Math.min(124, inner / ems);
  let x = margin;
  return pieces
    .map(({ small, letters }, at) => {
      const here = x;
      x += textWidth(letters, size * scale(small));
      return setText(
        letters,
        here,
        458,
        size * scale(small),
        small ? (at === 0 ? color.accent : color.soft) : color.ink,
      );
    })
    .join('');
}

async function foot(font: PictureFont, { goal, goalPart, who }: PictureWords): Promise<string> {
  const drawn: string[] = [];
  let room = inner;
  if (goal !== undefined && goalPart !== undefined) {
    const filled = Math.min(1, Number(goalPart)) * inner;
    drawn.push(bar(inner, color.track));
    if (filled > 0) drawn.push(bar(Math.max(filled, 20), color.accent));
    const letters = await readLetters(font, goal, 700);
    const width = textWidth(letters, 28);
    drawn.push(setText(letters, pictureWidth - margin - width, 566, 28, color.accent));
    room -= width + 48;
  }
  const letters = await readEnding(font, who, 400);
  drawn.push(setText(cutToWidth(letters, 28, room), margin, 566, 28, color.soft));
  return drawn.join('');
}

/** Letters that may be cut: with the outline of "…" at hand. */
async function readEnding(font: PictureFont, text: string, weight: Weight): Promise<Letters> {
  const letters = await readLetters(font, `${text}…`, weight);
  return { ...letters, characters: letters.characters.slice(0, -1) };
}

const bar = (width: number, fill: string) =>
  `<rect x="${margin}" y="494" width="${width.toFixed(1)}" height="20" rx="10" fill="${fill}"/>`;
