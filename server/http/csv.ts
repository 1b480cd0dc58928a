/**
 * A cell beginning so is a formula to spreadsheets (OWASP, "CSV Injection"), with the full-width sisters of those signs;
 * an apostrophe makes it text again. The console's tables hold to the same rule (widgets/console/parts/table/write-csv.ts),
 * and a test holds both together.
 */
const formula = /^[\s\ufeff]*[=+\-@\t\r\n＝＋－＠]/u;
const number = /^[-−]?\d+(\.\d+)?$/;

function cell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n;\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as CSV (RFC 4180) with a byte order mark, without which spreadsheets take Chinese for something else. What a
 * stranger has written cannot become a formula; numbers stay numbers.
 */
export function toCsv(
  head: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string {
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
