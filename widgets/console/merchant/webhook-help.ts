import { html, type TemplateResult } from 'lit';
import { adoptSheet } from '../look/adopt-sheet.js';
import '../parts/copy-field.js';
import { agoView } from '../parts/time.js';
import type { Connection } from './api.js';
import sheet from './look/webhook-help.css?text';
import { merchantWords } from './page.js';

adoptSheet(sheet);

/** What to set up in the store, step by step, and whether the first order has come. */
export function webhookHelp(connection: Connection): TemplateResult {
  const words = merchantWords();
  return html`<div class="stack">
    <ol class="how">
      ${words.webhookSteps.map((step) => html`<li>${step}</li>`)}
    </ol>
    <kc-copy label=${words.webhookAddress} .value=${connection.webhookUrl}></kc-copy>
    <p class="small"><span class="quiet">${words.webhookTopics}</span> <code>${connection.topics.join(', ')}</code></p>
    <p class="row link-state ${connection.lastOrder ? 'good' : ''}" role="status">
      <wa-icon name=${connection.lastOrder ? 'check' : 'clock'}></wa-icon>
      <span>
        ${
          connection.lastOrder
            ? html`${words.lastOrder(connection.lastOrder.storeOrderId)} ${agoView(connection.lastOrder.updatedAt)}`
            : words.noOrderYet
        }
      </span>
    </p>
  </div>`;
}
