import type { ScriptLine } from '../host-api.js';

/**
 * The line a host reads from the desk. It stays in sight until the host moves on, whatever news comes; what became untrue
 * goes. News that should be said first is only announced.
 */
export class SayNext {
  #lines: readonly ScriptLine[] = [];
  #at = '';
  readonly #said = new Set<string>();

  take(lines: readonly ScriptLine[]): void {
    if (lines === this.#lines) return;
    this.#lines = lines;
    if (!lines.some(({ id }) => id === this.#at)) this.#at = this.#first()?.id ?? '';
    this.#said.add(this.#at);
  }

  /** The best line that has not been said; when all have been, the best. */
  #first(): ScriptLine | undefined {
    return this.#lines.find(({ id }) => !this.#said.has(id)) ?? this.#lines[0];
  }

  get line(): ScriptLine | undefined {
    return this.#lines.find(({ id }) => id === this.#at);
  }

  get place(): number {
    return this.#lines.findIndex(({ id }) => id === this.#at);
  }

  get count(): number {
    return this.#lines.length;
  }

  /** A line that came while another was read, and should be said before the rest. */
  get hasNews(): boolean {
    const urgent = this.#lines.filter(({ kind }) => ['went-down', 'milestone', 'thanks'].includes(kind));
    return urgent.some(({ id }) => !this.#said.has(id));
  }

  /** News first, then what follows the line. */
  next(): void {
    const news = this.hasNews ? this.#first() : undefined;
    this.#goTo(news ?? this.#lines[(this.place + 1) % this.count]);
  }

  previous(): void {
    this.#goTo(this.#lines[(this.place + this.count - 1) % this.count]);
  }

  #goTo(line: ScriptLine | undefined): void {
    if (!line) return;
    this.#at = line.id;
    this.#said.add(line.id);
  }
}
