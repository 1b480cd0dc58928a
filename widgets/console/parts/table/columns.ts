import type { Money } from '../../../feed/wire.js';
import { compareDecimals } from '../../../money/decimal.js';
import { formatMoney } from '../../../money/format-money.js';
import { pageLanguage } from '../../language.js';
import { moneyView } from '../money.js';
import { agoView } from '../time.js';

/** What a column knows of its rows. Made by `textColumn`, `numberColumn`, `moneyColumn` and `timeColumn`. */
export interface Column<Row> {
  /** Unlike any other of the table. */
  name: string;
  title: string;
  kind: 'text' | 'number' | 'money' | 'time';
  /** What is shown. */
  cell(row: Row): unknown;
  /** What a search looks through; '' where there is nothing. */
  text(row: Row): string;
  /** Like a sort function. */
  compare(a: Row, b: Row): number;
  /** The cells of the CSV file, one for each of `csvTitles`. */
  csv(row: Row): string[];
  csvTitles(currency: string): string[];
}

type CellOf<Row> = { cell?: (row: Row) => unknown };

export function textColumn<Row>(
  name: string,
  title: string,
  text: (row: Row) => string | undefined,
  { cell = text }: CellOf<Row> = {},
): Column<Row> {
  const said = (row: Row) => text(row) ?? '';
  const compare = (a: Row, b: Row) => said(a).localeCompare(said(b), pageLanguage(), { numeric: true });
  return { name, title, kind: 'text', cell, text: said, compare, csv: (row) => [said(row)], csvTitles: () => [title] };
}

export function numberColumn<Row>(
  name: string,
  title: string,
  value: (row: Row) => number | undefined,
  { cell = (row) => value(row)?.toLocaleString(pageLanguage()) ?? '' }: CellOf<Row> = {},
): Column<Row> {
  return {
    name,
    title,
    kind: 'number',
    cell,
    text: (row) => String(value(row) ?? ''),
    compare: (a, b) => (value(a) ?? -Infinity) - (value(b) ?? -Infinity),
    csv: (row) => [String(value(row) ?? '')],
    csvTitles: () => [title],
  };
}

/** Amounts sort within their currency; a file has amount and currency in columns of their own. */
export function moneyColumn<Row>(
  name: string,
  title: string,
  money: (row: Row) => Money | undefined,
  { cell = (row) => moneyView(money(row)) }: CellOf<Row> = {},
): Column<Row> {
  return {
    name,
    title,
    kind: 'money',
    cell,
    text: (row) => {
      const value = money(row);
      return value ? `${formatMoney(value, pageLanguage())} ${value.amount}` : '';
    },
    compare(a, b) {
      const [x, y] = [money(a), money(b)];
      if (!x || !y) return Number(x !== undefined) - Number(y !== undefined);
      return x.currency === y.currency ? compareDecimals(x.amount, y.amount) : x.currency < y.currency ? -1 : 1;
    },
    csv: (row) => [money(row)?.amount ?? '', money(row)?.currency ?? ''],
    csvTitles: (currency) => [title, `${title} (${currency})`],
  };
}

/** Moments in ISO 8601, shown as people say them; a file has them as they are. */
export function timeColumn<Row>(
  name: string,
  title: string,
  iso: (row: Row) => string | undefined,
  { cell = (row) => (iso(row) ? agoView(iso(row)!) : '') }: CellOf<Row> = {},
): Column<Row> {
  const said = (row: Row) => iso(row) ?? '';
  return {
    name,
    title,
    kind: 'time',
    cell,
    text: said,
    compare: (a, b) => (said(a) < said(b) ? -1 : said(a) > said(b) ? 1 : 0),
    csv: (row) => [said(row)],
    csvTitles: () => [title],
  };
}
