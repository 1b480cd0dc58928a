import type { Column } from './columns.js';

/**
 * Signs by which a spreadsheet takes a cell for a formula (OWASP, "CSV Injection"), with their full-width sisters, which
 * some spreadsheets read the same.
 */
const beginsLikeFormula = /^[\s\ufeff]*[=+\-@\t\r\n＝＋－＠]/u;

/** A plain number may begin with its sign: it can do nothing. */
const isNumber = /^[-−]?\d+(\.\d+)?$/;

/** One cell: harmless in a spreadsheet, and quoted where it must be (RFC 4180). */
export function csvCell(text: string): string {
  const safe = beginsLikeFormula.test(text) && !isNumber.test(text) ? `'${text}` : text;
  return /[",\r\n;\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A whole file, with the mark at its beginning by which spreadsheets know that it is UTF-8. */
export function writeCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[], currency: string): string {
  const lines = [
    columns.flatMap((column) => column.csvTitles(currency)),
    ...rows.map((row) => columns.flatMap((column) => column.csv(row))),
  ];
  return csvFile(lines);
}

/** Lines of cells as a file; the first are the titles. */
export const csvFile = (lines: readonly (readonly string[])[]): string =>
  '\ufeff' + lines.map((cells) => cells.map(csvCell).join(',') + '\r\n').join('');

/** Gives the browser a file to keep. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
