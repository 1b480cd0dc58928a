import { drawPicture, type PictureWords } from './draw-picture.js';
import { PictureFont } from './picture-font.js';

/** For how long a picture is shown although its total has moved on; the pages tell caches the same. */
export const freshForMs = 60_000;
/** Some fifty kilobytes each. */
const picturesMax = 200;
/** Drawn one after another; who comes when so many wait is served what there is, or told to come back. */
const waitingMax = 20;

export interface Wanted {
  /** Names the topic and the language. */
  name: string;
  seq: number;
  words(): PictureWords;
}

interface Drawn {
  seq: number;
  /** On performance.now(): a clock may be set back. */
  at: number;
  png: Buffer;
}

/**
 * Draws pictures for links, one at a time: a picture costs some fifty milliseconds, and many may be asked for by those
 * who mean no good. Each is kept until it is a minute old and its total has moved on.
 */
export class PictureDesk {
  readonly #font = new PictureFont();
  readonly #drawn = new Map<string, Drawn>();
  readonly #asked = new Map<string, Promise<Buffer>>();
  #last: Promise<unknown> = Promise.resolve();

  /** The picture, an older one while too many others wait, or undefined when there is none to give just now. */
  async get(wanted: Wanted): Promise<Buffer | undefined> {
    const known = this.#drawn.get(wanted.name);
    if (known && (known.seq === wanted.seq || performance.now() - known.at < freshForMs)) return known.png;
    const asked = this.#asked.get(wanted.name);
    if (asked) return asked;
    if (this.#asked.size >= waitingMax) return known?.png;
    const drawing = this.#last.then(() => this.#draw(wanted));
    this.#last = drawing.catch(() => undefined);
    this.#asked.set(wanted.name, drawing);
    try {
      return await drawing;
    } finally {
      this.#asked.delete(wanted.name);
    }
  }

  async #draw({ name, seq, words }: Wanted): Promise<Buffer> {
    const png = await drawPicture(this.#font, words());
    this.#drawn.delete(name);
    this.#drawn.set(name, { seq, at: performance.now(), png });
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > picturesMax && oldest !== undefined) this.#drawn.delete(oldest);
    return png;
  }
}
