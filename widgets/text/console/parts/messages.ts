import type { Language } from '../../messages.js';
import { partsEn } from './en.js';
import { partsZhCN } from './zh-cn.js';

/** Every word of the parts that pages are made of: tables, forms, dialogs, charts. */
export interface PartsWords {
  search: string;
  nothingFound: string;
  nothingFoundText: string;
  clearSearch: string;
  /** Only the rows that are loaded were searched or sorted. */
  onlyLoaded(count: string): string;
  loadMore: string;
  rows(count: string, n: number): string;
  selected(count: string): string;
  selectAll: string;
  selectRow(name: string): string;
  deselect: string;
  actionsFor(name: string): string;
  exportCsv: string;
  exporting(count: string): string;
  exportTooLong(count: string): string;
  sortBy: string;
  currency: string;
  /** Of columns of files whose lists have no heads on the screen. */
  columnTitles: Record<
    | 'streamer'
    | 'merchant'
    | 'state'
    | 'asked'
    | 'decided'
    | 'started'
    | 'ended'
    | 'platform'
    | 'returnDays'
    | 'itemsGiving'
    | 'registrationNumber'
    | 'due'
    | 'lastReport',
    string
  >;

  cancel: string;
  undo: string;
  close: string;
  saved: string;
  copy: string;
  copied: string;
  copyYourself: string;
  show: string;
  hide: string;

  required: string;
  checkFields: string;
  optional: string;

  chartAsTable: string;
  chartAsPicture: string;
  chartNothing: string;
  when: string;

  stepDone: string;
  stepNow: string;
  stepOf(step: string, steps: string): string;
  doneOf(done: string, total: string): string;
}

export const partsMessages: Record<Language, PartsWords> = { 'zh-CN': partsZhCN, en: partsEn };
