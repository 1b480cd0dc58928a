interface Remembered<T> {
  until: number;
  answer: Promise<T>;
}

/**
 * Answers of the database, remembered for a moment, so that a crowd asking the same asks it once. Failures are forgotten
 * at once. Bounded: the oldest makes room for the newest.
 */
export class ShortMemory<T> {
  readonly #answers = new Map<string, Remembered<T>>();

  constructor(private readonly options: { forMs: number; entriesMax: number }) {}

  /** The remembered answer, or what `ask` gives. */
  get(name: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(name);
    // Of performance.now(), for a clock may be set back.
    if (known && known.until > performance.now()) return known.answer;
    const answer = ask();
    this.#answers.delete(name);
    this.#answers.set(name, { until: performance.now() + this.options.forMs, answer });
    answer.catch(() => this.#answers.delete(name));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.options.entriesMax && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
