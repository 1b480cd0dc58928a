import { html, type TemplateResult } from 'lit';
import type { WebhookWords } from '../../../text/console/webhooks/messages.js';

/** What a program that listens has to know, in four steps. */
export function howItWorks(words: WebhookWords): TemplateResult {
  return html`<section class="card stack">
    <h2>${words.how}</h2>
    <ol class="hook-steps">
      ${words.howSteps.map((step) => html`<li>${step}</li>`)}
    </ol>
    <p><a href="/docs" target="_blank">${words.howMore}</a></p>
  </section>`;
}
