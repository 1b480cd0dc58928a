import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import decompress from 'woff2-encoder/decompress';
import { fontFolder } from '../static-files.js';

/** The outline of one character, for an em of one unit with the baseline at zero and the y axis downwards. */
export interface Outline {
  path: string;
  advance: number;
}

export type Weight = 400 | 700;

/** Pictures need a few dozen different characters; beyond this many all are forgotten and read anew. */
const outlinesMax = 4_000;
/** Parts of the font held ready, some hundred kilobytes each. */
const partsMax = 16;

interface Part {
  file: string;
  ranges: [number, number][];
}

/**
 * The pages' font for pictures. It comes as a hundred compressed parts, each for some characters (the unicode-range of its
 * style sheet); a part is unpacked when a character of it is first needed.
 */
export class PictureFont {
  #index: Promise<Part[]> | undefined;
  readonly #parts = new Map<string, Promise<Font>>();
  readonly #outlines = new Map<string, Outline | undefined>();

  /** The outlines of these characters; those that the font does not have are missing. */
  async outlinesOf(characters: Iterable<string>, weight: Weight): Promise<Map<string, Outline>> {
    const found = new Map<string, Outline>();
    for (const character of new Set(characters)) {
      const outline = await this.#outline(character, weight);
      if (outline) found.set(character, outline);
    }
    return found;
  }

  async #outline(character: string, weight: Weight): Promise<Outline | undefined> {
    const name = `${weight} ${character}`;
    if (!this.#outlines.has(name)) {
      if (this.#outlines.size >= outlinesMax) this.#outlines.clear();
      this.#outlines.set(name, await this.#readOutline(character.codePointAt(0)!, weight));
    }
    return this.#outlines.get(name);
  }

  async #readOutline(codePoint: number, weight: Weight): Promise<Outline | undefined> {
    // Several parts may name the character, and the last one that has it holds, as in a style sheet.
    for (const { file, ranges } of (await (this.#index ??= readIndex())).toReversed()) {
      if (!ranges.some(([from, to]) => codePoint >= from && codePoint <= to)) continue;
      const font = (await this.#part(file)).getVariation({ wght: weight });
      if (!font.hasGlyphForCodePoint(codePoint)) continue;
      const glyph = font.glyphForCodePoint(codePoint);
      const scale = 1 / font.unitsPerEm;
      return { path: glyph.path.scale(scale, -scale).toSVG(), advance: glyph.advanceWidth * scale };
    }
    return undefined;
  }

  #part(file: string): Promise<Font> {
    const known = this.#parts.get(file);
    if (known) return known;
    const font = openPart(file);
    font.catch(() => this.#parts.delete(file));
    this.#parts.set(file, font);
    const [oldest] = this.#parts.keys();
    if (this.#parts.size > partsMax && oldest !== undefined) this.#parts.delete(oldest);
    return font;
  }
}

async function openPart(file: string): Promise<Font> {
  const packed = await readFile(path.join(fontFolder, 'files', file));
  return create(Buffer.from(await decompress(packed))) as Font;
}

/** Which part has which characters, from the style sheet that tells browsers the same. */
async function readIndex(): Promise<Part[]> {
  const sheet = await readFile(path.join(fontFolder, 'index.css'), 'utf8');
  return [...sheet.matchAll(/url\(\.\/files\/([\w-]+\.woff2)\)[^}]*?unicode-range:([^;}]+)/g)].map(
    ([, file = '', ranges = '']) => ({ file, ranges: ranges.split(',').map(readRange) }),
  );
}

function readRange(range: string): [number, number] {
  const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
  return [parseInt(from, 16), parseInt(to, 16)];
}
