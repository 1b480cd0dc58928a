import { csvFile, saveFile } from '../parts/table/write-csv.js';

/** Saves a list as a file that spreadsheets read as text, not as formulas. */
export function downloadCsv(name: string, columns: readonly string[], rows: readonly (string | undefined)[][]): void {
  const file = csvFile([columns, ...rows.map((cells) => cells.map((cell) => cell ?? ''))]);
  saveFile(`${name.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}.csv`, 'text/csv;charset=utf-8', file);
}
