import { html, type TemplateResult } from 'lit';
import { formatAgo, formatTime } from '../../text/format-time.js';
import { pageLanguage } from '../language.js';

/** A moment in the reader's zone. */
export function timeView(iso: string): TemplateResult {
  return html`<time datetime=${iso}>${formatTime(iso, pageLanguage(), undefined)}</time>`;
}

/** A moment as people say it ("2 min ago"), with the exact one for whoever points at it. */
export function agoView(iso: string, now = Date.now()): TemplateResult {
  const lang = pageLanguage();
  return html`<time datetime=${iso} title=${exactTime(iso)}>${formatAgo(iso, now, lang)}</time>`;
}

/** "2026年11月25日 20:00:07 GMT+8". */
export function exactTime(iso: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'long', hourCycle: 'h23' };
  return new Intl.DateTimeFormat(pageLanguage(), options).format(new Date(iso));
}
