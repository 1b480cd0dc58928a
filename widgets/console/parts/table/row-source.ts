/** A page of rows as the API gives it. */
export interface RowPage<Row> {
  items: readonly Row[];
  nextCursor?: string | undefined;
}

/** Asks for the page that begins at the cursor; the first when there is none. */
export type LoadRows<Row> = (cursor: string | undefined) => Promise<RowPage<Row>>;

/** More than any spreadsheet likes, and an end for a list that never ends. */
export const EXPORT_ROWS_MAX = 20_000;

/** Rows that come page by page. */
export class RowSource<Row> {
  rows: Row[] = [];
  #next: string | undefined;
  #begun = false;

  constructor(private readonly load: LoadRows<Row>) {}

  get more(): boolean {
    return !this.#begun || this.#next !== undefined;
  }

  async loadMore(): Promise<void> {
    const { items, nextCursor } = await this.load(this.#next);
    this.rows = [...this.rows, ...items];
    this.#next = nextCursor;
    this.#begun = true;
  }

  /** Every row there is, up to {@link EXPORT_ROWS_MAX}; `told` hears how many there are so far. */
  async all(told: (rows: number) => void): Promise<{ rows: readonly Row[]; whole: boolean }> {
    while (this.more && this.rows.length < EXPORT_ROWS_MAX) {
      await this.loadMore();
      told(this.rows.length);
    }
    return { rows: this.rows.slice(0, EXPORT_ROWS_MAX), whole: !this.more };
  }
}
