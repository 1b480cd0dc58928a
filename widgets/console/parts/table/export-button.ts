import { html, type TemplateResult } from 'lit';
import { partsMessages } from '../../../text/console/parts/messages.js';
import { pageLanguage } from '../../language.js';
import type { Column } from './columns.js';
import { saveFile, writeCsv } from './write-csv.js';

/** The button by which a list is saved as a file. */
export function exportButtonView(save: () => void): TemplateResult {
  return html`<button class="quiet-button" @click=${save}>
    <wa-icon name="download"></wa-icon>${partsMessages[pageLanguage()].exportCsv}
  </button>`;
}

/** Titles of columns in files of lists that have no heads on the screen. */
export const columnTitles = () => partsMessages[pageLanguage()].columnTitles;

/**
 * The same above a list that is no table on the screen. What the columns say is all that gets into the file, so no secret
 * may stand in them.
 *
 * @param name of the file
 */
export function exportBar<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): TemplateResult {
  const { currency } = partsMessages[pageLanguage()];
  const save = () => saveFile(`${name}.csv`, 'text/csv;charset=utf-8', writeCsv(columns, rows, currency));
  return html`<div class="table-tools">${exportButtonView(save)}</div>`;
}
