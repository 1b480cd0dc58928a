import type { Language } from './messages.js';

/** "7月3日 20:00", in the reader's zone, or in UTC (and saying so) when the server writes it before any script runs. */
export function formatTime(iso: string, lang: Language, timeZone: string | undefined): string {
  const options: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  const zone: Intl.DateTimeFormatOptions = timeZone === undefined ? {} : { timeZone, timeZoneName: 'short' };
  return new Intl.DateTimeFormat(lang, { ...options, hourCycle: 'h23', ...zone }).format(new Date(iso));
}

/** "刚刚", "2分钟前", "3 hr. ago". */
export function formatAgo(iso: string, now: number, lang: Language): string {
  const seconds = Math.max(0, Math.trunc((now - Date.parse(iso)) / 1000));
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style: 'short' });
  if (seconds < 60) return lang === 'en' ? 'just now' : '刚刚';
  if (seconds < 3600) return format.format(-Math.trunc(seconds / 60), 'minute');
  if (seconds < 86_400) return format.format(-Math.trunc(seconds / 3600), 'hour');
  return format.format(-Math.trunc(seconds / 86_400), 'day');
}
