import { html, type TemplateResult } from 'lit';
import type { WebhookWords } from '../../../text/console/webhooks/messages.js';
import '../../parts/copy-field.js';
import { noticeView } from '../../parts/notice.js';

/** A signing secret just made; the server never shows it again. */
export function secretView(secret: string, words: WebhookWords, next?: unknown): TemplateResult {
  return html`<section class="card stack">
    <h2>${words.secretMade}</h2>
    ${noticeView({ kind: 'warning', text: words.secretOnce })}
    <kc-copy label=${words.secret} value=${secret}></kc-copy>
    <div class="row between"><span class="quiet">${words.secretNext}</span>${next}</div>
  </section>`;
}
