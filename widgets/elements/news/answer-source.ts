import { Polled } from './polled.js';

/** A public answer that changes now and then: a rule, a board, thanks. */
export class AnswerSource<T> extends Polled {
  value: T | undefined;

  constructor(
    server: string,
    private readonly path: string,
    private readonly everyMs: number,
  ) {
    super(server);
  }

  get known(): boolean {
    return this.value !== undefined;
  }

  protected paceMs(): number {
    return this.everyMs;
  }

  protected async ask(): Promise<void> {
    this.value = await this.fetch<T>(this.path);
  }
}
