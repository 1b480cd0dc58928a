import { charityWords } from '../text/charity/messages.js';
import type { ProjectReport } from '../feed/wire.js';
import type { Piece, Screen } from './screen.js';

/** What a charity has told of the money, as plain text in its own paragraphs. */
export function reportsView({ html, lang, each }: Screen, reports: readonly ProjectReport[]): Piece {
  if (reports.length === 0) return '';
  const words = charityWords[lang];
  return html`<section class="reports" aria-labelledby="reports">
    <h2 id="reports">${words.reports}</h2>
    ${each(
      reports,
      ({ id }) => id,
      (report) =>
        html`<article class="card">
          <h3>${report.title}</h3>
          <p class="quiet">${words.period(dayOf(report.period.from, lang), dayOf(report.period.until, lang))}</p>
          ${report.body
            .split(/\n+/)
            .filter((line) => line.trim() !== '')
            .map((line) => html`<p>${line}</p>`)}
        </article>`,
    )}
  </section>`;
}

/** A day belongs to no zone. */
const dayOf = (day: string, lang: string) =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
