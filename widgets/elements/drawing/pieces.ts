import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Drop, TopicState } from '../../feed/take-news.js';
import type { Money } from '../../feed/wire.js';
import { formatMoney, formatShort, formatTakenBack, isShortened, moneyPieces } from '../../money/format-money.js';
import { reasonWords } from '../../text/messages.js';
import { formatTime } from '../../text/format-time.js';
import type { KindcastElement, TopicElement } from '../tags/kindcast-element.js';
import type { Brush } from './draw.js';

type Part = TemplateResult | typeof nothing;

/** The card every element stands on; `state` is the word in its corner. */
export function card(kind: string, label: unknown, state: unknown, inside: unknown): TemplateResult {
  return html`<section class="card ${kind}" part="card">
    <p class="head"><span class="label" part="label">${label}</span>${state}</p>
    ${inside}
  </section>`;
}

/** Before anything is known: what stands between the tags, and why there is nothing better. */
export function unknownView(element: KindcastElement, { words }: Brush): TemplateResult {
  const freshness = element.source?.freshness;
  const missing = element.localName === 'kindcast-thanks' ? words.notCounted : words.missing;
  const why = freshness === 'missing' ? missing : freshness === 'away' ? words.away : nothing;
  return html`<section class="card unknown" part="card">
    <slot>${freshness === 'loading' ? html`<span class="bone" aria-hidden="true"></span>` : nothing}</slot>
    <p class="note" part="note">${why}</p>
  </section>`;
}

const pill = (kind: string, text: string) =>
  html`<span class="pill ${kind}" part="state"><i aria-hidden="true"></i>${text}</span>`;

/** Live, starting soon, ended; or that what is shown is old. */
export function stateView(element: KindcastElement, { words }: Brush): Part {
  if (element.source?.freshness === 'stale') return pill('stale', words.stale);
  const status = (element as TopicElement).source?.state?.status;
  return status ? pill(status, words.status[status]) : nothing;
}

/** "No word since 20:15", where that is so. */
export function staleText(element: KindcastElement, { lang, words }: Brush): string {
  const { source } = element;
  return source?.freshness === 'stale'
    ? words.staleSince(formatTime(new Date(source.lastWordAt).toISOString(), lang, undefined))
    : '';
}

/** A headline amount: the eye may see it counting, the ear hears the true one. */
export function figures(name: string, money: Money, { lang, counting }: Brush): TemplateResult {
  const exact = formatMoney(money, lang);
  const pieces = moneyPieces({ ...money, amount: counting(name, money.amount) }, lang);
  return html`<p class="total" part="total" .style=${`--chars:${exact.length}`}>
    <span class="unseen">${exact}</span
    ><bdi aria-hidden="true">${pieces.map(({ small, text }) => (small ? html`<small>${text}</small>` : text))}</bdi>
  </p>`;
}

/** An amount in a row: big ones the short way, and the exact one a tap away. */
export function amount(money: Money, brush: Brush, taken = false): TemplateResult {
  const { lang } = brush;
  const exact = taken ? formatTakenBack(money, lang) : formatMoney(money, lang);
  if (taken || !isShortened(money.amount)) return html`<bdi class="amount" part="amount">${exact}</bdi>`;
  return html`<button class="amount" part="amount" aria-expanded=${brush.exact} @click=${brush.toggleExact}>
    <bdi>${brush.exact ? exact : formatShort(money, lang)}</bdi>${
      brush.exact ? nothing : html`<span class="unseen">${exact}</span>`
    }
  </button>`;
}

const FALL_SHOWN_MS = 20_000;

/** "Refund −¥3.75, taken off the total": for a while after a total fell. */
export function fallText({ drop, gifts }: TopicState, { lang, words, now }: Brush): string {
  if (!drop || now - drop.seenAt > FALL_SHOWN_MS) return '';
  const why = gifts.find(({ change, amount }) => change === 'reversed' && amount.currency === drop.currency);
  return words.lessAfter(reasonWords(why?.reason, words), formatTakenBack(drop satisfies Drop, lang));
}
