import { csvCell, saveFile } from '../parts/table/write-csv.js';

/** Saves a list as a file that spreadsheets read as text, not as formulas. */
export function downloadCsv(name: string, columns: readonly string[], rows: readonly (string | undefined)[][]): void {
  const lines = [columns, ...rows].map((cells) => cells.map((cell) => csvCell(cell ?? '')).join(',') + '\r\n');
  // The mark at the beginning tells Excel that it is UTF-8.
  saveFile(`${name.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}.csv`, 'text/csv;charset=utf-8', `\ufeff${lines.join('')}`);
}
