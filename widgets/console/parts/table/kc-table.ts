import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { partsMessages, type PartsWords } from '../../../text/console/parts/messages.js';
import type { IconName } from '../../look/icon-names.js';
import { pageLanguage, shellWords } from '../../language.js';
import { LightElement } from '../../light-element.js';
import { noticeView } from '../notice.js';
import { refusalWords } from '../refusal.js';
import { skeleton } from '../skeleton.js';
import type { Column } from './columns.js';
import { exportButtonView } from './export-button.js';
import { rowActions, type RowAction } from './row-actions.js';
import { RowSource, type LoadRows } from './row-source.js';
import { saveFile, writeCsv } from './write-csv.js';

export { moneyColumn, numberColumn, textColumn, timeColumn, type Column } from './columns.js';
export type { RowAction } from './row-actions.js';

/** Something that can be done with all rows that were chosen. */
export interface BulkAction<Row> {
  title: string;
  icon?: IconName;
  run(rows: readonly Row[]): unknown;
}

// Lit's decorators know no generic class, so rows are unknown here; columns give them their type.
/* eslint-disable @typescript-eslint/no-explicit-any */
type AnyRow = any;

/** Rows shown at first, and more at each wish for more: on a phone each of them is a card to scroll by. */
const rowsAtOnce = 25;

/**
 * A list of things: search, sort, choose, act, save as CSV. Give it `rows`, or `load` for rows that come page by page. On a
 * phone each row becomes a card whose head is the first column.
 *
 * `<kc-table name="items" .caption=${…} .columns=${[…]} .rows=${…} .rowId=${(row) => row.id} .empty=${emptyState(…)}>`
 */
@customElement('kc-table')
export class KindcastTable extends LightElement {
  /** Of the file when it is saved. */
  @property() name = 'rows';
  /** Read out before the table. */
  @property() caption = '';
  @property({ attribute: false }) columns: readonly Column<AnyRow>[] = [];
  @property({ attribute: false }) rows: readonly AnyRow[] | undefined;
  @property({ attribute: false }) load: LoadRows<AnyRow> | undefined;
  @property({ attribute: false }) rowId: (row: AnyRow) => string = (row) => row.id;
  @property({ attribute: false }) href: ((row: AnyRow) => string | undefined) | undefined;
  @property({ attribute: false }) actions: ((row: AnyRow) => readonly RowAction[]) | undefined;
  @property({ attribute: false }) bulk: readonly BulkAction<AnyRow>[] = [];
  /** Shown when there is not a single row. */
  @property({ attribute: false }) empty: unknown;
  /** Small tables need no search and no sorting. */
  @property({ type: Boolean }) plain = false;

  @state() private search = '';
  @state() private sort: { name: string; down: boolean } | undefined;
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private busy = '';
  @state() private said = '';
  @state() private error: unknown;
  @state() private room = rowsAtOnce;
  #source: RowSource<AnyRow> | undefined;

  /** Asks for everything anew, after something was changed. */
  again(): void {
    this.#source = this.load && new RowSource(this.load);
    if (this.#source) void this.#more();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('load') && this.load && !this.#source) this.again();
  }

  async #more(): Promise<void> {
    const words = shellWords();
    this.busy = words.loading;
    this.error = undefined;
    try {
      await this.#source?.loadMore();
    } catch (error) {
      this.error = error;
    }
    this.busy = '';
  }

  /** Shows more of what is here, and asks for what comes after it. */
  #further(): void {
    this.room += rowsAtOnce;
    if (this.#source?.more && this.#shown.length < this.room) void this.#more();
  }

  get #all(): readonly AnyRow[] {
    return this.#source?.rows ?? this.rows ?? [];
  }

  get #shown(): readonly AnyRow[] {
    const wanted = this.search.trim().toLocaleLowerCase();
    const found = wanted
      ? this.#all.filter((row) => this.columns.some((each) => each.text(row).toLocaleLowerCase().includes(wanted)))
      : this.#all;
    const column = this.columns.find(({ name }) => name === this.sort?.name);
    if (!column) return found;
    return found.toSorted((a, b) => (this.sort?.down ? column.compare(b, a) : column.compare(a, b)));
  }

  protected override render(): unknown {
    const words = partsMessages[pageLanguage()];
    const begun = this.#source ? !this.#source.more || this.#source.rows.length > 0 : this.rows !== undefined;
    const trouble = this.error
      ? noticeView({
          kind: 'bad',
          text: refusalWords(this.error),
          action: html`<wa-button appearance="outlined" @click=${() => void this.#more()}
            >${shellWords().tryAgain}</wa-button
          >`,
        })
      : nothing;
    if (!begun) return this.error ? trouble : skeleton(shellWords().loading);
    if (this.#all.length === 0 && this.empty) return this.empty;
    const shown = this.#shown;
    return html`${this.#tools(words)} ${this.#bulkBar(words)} ${trouble}
      ${shown.length === 0 ? this.#nothingFound(words) : this.#table(shown.slice(0, this.room), words)}
      <div class="table-foot">
        <p class="quiet small" role="status">
          ${this.said || this.busy || words.rows(shown.length.toLocaleString(pageLanguage()), shown.length)}
        </p>
        ${
          this.#source?.more || shown.length > this.room
            ? html`${this.#source?.more && (this.search || this.sort) ? html`<p class="quiet small">${words.onlyLoaded(this.#all.length.toLocaleString(pageLanguage()))}</p>` : nothing}
                <wa-button appearance="outlined" ?loading=${this.busy !== ''} @click=${() => this.#further()}
                  >${words.loadMore}</wa-button
                >`
            : nothing
        }
      </div>`;
  }

  #tools(words: PartsWords): TemplateResult {
    return html`<div class="table-tools">
      ${this.plain ? nothing : this.#searchAndSort(words)} ${exportButtonView(() => void this.#save(words))}
    </div>`;
  }

  #searchAndSort(words: PartsWords): TemplateResult {
    const search = (event: Event) => (this.search = (event.target as HTMLInputElement).value);
    const sort = (event: Event) => {
      const [name = '', way] = (event.target as HTMLSelectElement).value.split(' ');
      this.sort = name ? { name, down: way === 'down' } : undefined;
    };
    return html`<label class="table-search">
        <wa-icon name="search"></wa-icon><span class="unseen">${words.search}</span>
        <input type="search" placeholder=${words.search} .value=${this.search} @input=${search} />
      </label>
      <label class="table-sort">
        <span class="unseen">${words.sortBy}</span>
        <select @change=${sort}>
          <option value="">${words.sortBy}</option>
          ${this.columns.map(({ name, title }) =>
            ['up', 'down'].map(
              (way) =>
                html`<option
                  value="${name} ${way}"
                  ?selected=${this.sort?.name === name && this.sort.down === (way === 'down')}
                >
                  ${title} ${way === 'up' ? '↑' : '↓'}
                </option>`,
            ),
          )}
        </select>
      </label>`;
  }

  #bulkBar(words: PartsWords): unknown {
    if (this.chosen.size === 0) return nothing;
    const rows = this.#all.filter((row) => this.chosen.has(this.rowId(row)));
    const run = async (action: BulkAction<AnyRow>) => {
      await action.run(rows);
      this.chosen = new Set();
    };
    return html`<div class="table-bulk">
      <strong role="status">${words.selected(rows.length.toLocaleString(pageLanguage()))}</strong>
      ${this.bulk.map(
        (action) =>
          html`<wa-button size="s" @click=${() => void run(action)}>
            ${action.icon ? html`<wa-icon slot="start" name=${action.icon}></wa-icon>` : nothing}${action.title}
          </wa-button>`,
      )}
      <button class="quiet-button" @click=${() => (this.chosen = new Set())}>${words.deselect}</button>
    </div>`;
  }

  #nothingFound(words: PartsWords): TemplateResult {
    return html`<div class="empty">
      <h2>${words.nothingFound}</h2>
      <p>${words.nothingFoundText}</p>
      <wa-button appearance="outlined" @click=${() => (this.search = '')}>${words.clearSearch}</wa-button>
    </div>`;
  }

  // Cards on a phone are made by style alone, which takes a table's meaning away; the roles keep it.
  #table(shown: readonly AnyRow[], words: PartsWords): TemplateResult {
    const choosing = this.bulk.length > 0;
    const allChosen = shown.every((row) => this.chosen.has(this.rowId(row)));
    const chooseAll = () => (this.chosen = allChosen ? new Set() : new Set(shown.map((row) => this.rowId(row))));
    return html`<table class="table" role="table">
      <caption class="unseen">
        ${this.caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${
            choosing
              ? html`<th role="columnheader" class="choose">
                  <input type="checkbox" aria-label=${words.selectAll} .checked=${allChosen} @change=${chooseAll} />
                </th>`
              : nothing
          }
          ${this.columns.map((column) => this.#head(column))}
          ${this.actions ? html`<th role="columnheader"><span class="unseen">${words.actionsFor('')}</span></th>` : nothing}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          shown,
          (row) => this.rowId(row),
          (row) => this.#row(row, words),
        )}
      </tbody>
    </table>`;
  }

  #head({ name, title, kind }: Column<AnyRow>): TemplateResult {
    const sorted = this.sort?.name === name ? (this.sort.down ? 'descending' : 'ascending') : nothing;
    const turn = () => (this.sort = { name, down: sorted === 'ascending' });
    return html`<th role="columnheader" scope="col" class=${kind} aria-sort=${sorted}>
      ${
        this.plain
          ? title
          : html`<button @click=${turn}>
              ${title}${sorted === nothing ? nothing : html`<wa-icon name=${sorted === 'ascending' ? 'up' : 'down'}></wa-icon>`}
            </button>`
      }
    </th>`;
  }

  #row(row: AnyRow, words: PartsWords): TemplateResult {
    const id = this.rowId(row);
    const called = this.columns[0]?.text(row) ?? id;
    const choose = () => {
      const chosen = new Set(this.chosen);
      if (!chosen.delete(id)) chosen.add(id);
      this.chosen = chosen;
    };
    const href = this.href?.(row);
    return html`<tr role="row">
      ${
        this.bulk.length > 0
          ? html`<td role="cell" class="choose">
              <input
                type="checkbox"
                aria-label=${words.selectRow(called)}
                .checked=${this.chosen.has(id)}
                @change=${choose}
              />
            </td>`
          : nothing
      }
      ${this.columns.map((column, place) => {
        const cell = column.cell(row);
        return html`<td role="cell" class=${column.kind} data-title=${column.title}>
          <span>${place === 0 && href ? html`<a href=${href}>${cell}</a>` : cell}</span>
        </td>`;
      })}
      ${this.actions ? html`<td role="cell" class="acts">${rowActions(this.actions(row), called, words)}</td>` : nothing}
    </tr>`;
  }

  async #save(words: PartsWords): Promise<void> {
    const count = (rows: number) => rows.toLocaleString(pageLanguage());
    let whole = true;
    try {
      if (this.#source) ({ whole } = await this.#source.all((rows) => (this.said = words.exporting(count(rows)))));
    } catch (error) {
      this.error = error;
      return;
    }
    saveFile(`${this.name}.csv`, 'text/csv;charset=utf-8', writeCsv(this.columns, this.#shown, words.currency));
    this.said = whole ? '' : words.exportTooLong(count(this.#all.length));
  }
}
