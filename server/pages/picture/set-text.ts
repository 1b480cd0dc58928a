import type { Outline, PictureFont, Weight } from './picture-font.js';

/** Text with its outlines at hand, ready to be measured and set. */
export interface Letters {
  characters: string[];
  outlines: ReadonlyMap<string, Outline>;
}

/** A character that the font does not have is an empty box of this width, as on any screen. */
const unknown: Outline = { path: 'M.1 0V-.76H.76V0ZM.16 -.06H.7V-.7H.16Z', advance: 0.86 };

/** Joiners, selectors and marks draw nothing of their own here, and emoji are in no font of ours: better none than boxes. */
const undrawn = /[\p{Cc}\p{Cf}\p{M}\p{Cs}\p{Extended_Pictographic}\p{RI}\u2028\u2029]/gu;

/** @param text may come from a stranger: whatever is in it ends up as outlines, never as markup */
export async function readLetters(font: PictureFont, text: string, weight: Weight): Promise<Letters> {
  const drawn = text.normalize('NFC').replace(/\s+/g, ' ').replace(undrawn, '');
  const characters = [...drawn.replace(/ +/g, ' ').trim()];
  const outlines = await font.outlinesOf(characters, weight);
  const bare = characters.map((character) => (outlines.has(character) ? character : withoutAccent(character)));
  for (const [character, outline] of await font.outlinesOf(bare, weight)) outlines.set(character, outline);
  return { characters: bare, outlines };
}

/** A letter that the font knows only without its accent is better read so than not at all. */
const withoutAccent = (character: string) => [...character.normalize('NFD')][0] ?? character;

const outlineOf = ({ outlines }: Letters, character: string) => outlines.get(character) ?? unknown;

/** The width of some of the letters, for an em of one unit. */
const widthOf = (letters: Letters, characters: readonly string[]) =>
  characters.reduce((width, character) => width + outlineOf(letters, character).advance, 0);

export const textWidth = (letters: Letters, size: number): number => widthOf(letters, letters.characters) * size;

/** SVG of letters in a line, beginning at (x, y) on the baseline. */
export function setText(letters: Letters, x: number, y: number, size: number, color: string): string {
  let at = x;
  const paths = letters.characters.map((character) => {
    const { path, advance } = outlineOf(letters, character);
    const here = at;
    at += advance * size;
    return path === '' ? '' : `<path transform="translate(${here.toFixed(1)} ${y}) scale(${size})" d="${path}"/>`;
  });
  return `<g fill="${color}">${paths.join('')}</g>`;
}

/**
 * Breaks letters into lines that are no wider than `width`: between words, or between any two letters of a word that is
 * too long, as in Chinese. What does not fit into the last line ends in "…".
 */
export function breakLines(letters: Letters, size: number, width: number, linesMax: number): Letters[] {
  const ems = width / size;
  const lines: string[][] = [[]];
  for (const word of wordsOf(letters.characters)) {
    const line = lines.at(-1)!;
    if (widthOf(letters, [...line, ...word]) <= ems) line.push(...word);
    else if (widthOf(letters, word) <= ems) lines.push(word[0] === ' ' ? [] : [...word]);
    else for (const character of word) addAnywhere(letters, lines, character, ems);
  }
  const kept = lines.slice(0, linesMax);
  if (lines.length > linesMax) kept.push(cut(letters, kept.pop()!, ems));
  return kept.map((characters) => ({ characters: trimmed(characters), outlines: letters.outlines }));
}

/** The letters, or as many of them as fit with "…". */
export function cutToWidth(letters: Letters, size: number, width: number): Letters {
  const [line] = breakLines(letters, size, width, 1);
  return line ?? letters;
}

function addAnywhere(letters: Letters, lines: string[][], character: string, ems: number): void {
  if (widthOf(letters, [...lines.at(-1)!, character]) > ems) lines.push([]);
  lines.at(-1)!.push(character);
}

function cut(letters: Letters, line: readonly string[], ems: number): string[] {
  const shorter = [...line];
  while (shorter.length > 0 && widthOf(letters, [...shorter, '…']) > ems) shorter.pop();
  return [...trimmed(shorter), '…'];
}

const trimmed = (characters: readonly string[]) => [...characters.join('').trimEnd()];

/** Words with the space before them apart; Chinese may break anywhere but before its punctuation. */
function wordsOf(characters: readonly string[]): string[][] {
  const words: string[][] = [];
  for (const character of characters) {
    const last = words.at(-1);
    const alone = character === ' ' || isHan(character);
    const joins = /[\p{Pe}\p{Pf}\p{Po}]/u.test(character) || (!alone && last !== undefined && joinsNext(last.at(-1)!));
    if (joins && last && character !== ' ' && last[0] !== ' ') last.push(character);
    else words.push([character]);
  }
  return words;
}

const isHan = (character: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character);

const joinsNext = (character: string) => character !== ' ' && !isHan(character);
