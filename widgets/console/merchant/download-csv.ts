import Papa from 'papaparse';

/**
 * Saves a table as a file that spreadsheets open as text: a cell that would begin a formula gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection), because titles are what a store says.
 */
export function downloadCsv(name: string, columns: readonly string[], rows: readonly (string | undefined)[][]): void {
  const text = Papa.unparse(
    { fields: [...columns], data: rows.map((row) => row.map((cell) => cell ?? '')) },
    { escapeFormulae: true },
  );
  // The mark at the beginning tells Excel that it is UTF-8.
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
