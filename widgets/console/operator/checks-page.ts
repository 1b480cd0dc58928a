import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { checkSentences } from '../../text/console/operator/check-sentences.js';
import { pageLanguage } from '../language.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { progressView } from '../parts/progress.js';
import { refusalWords } from '../parts/refusal.js';
import { operatorApi, type Checks } from './api.js';
import { OperatorPage } from './page.js';

/** Every check of the books on a button, with the rows that break it. */
@customElement('kc-operator-checks')
export class OperatorChecks extends OperatorPage {
  @state() private found: Checks | 'running' | { trouble: string } | undefined;

  protected override render(): TemplateResult {
    const { words, found } = this;
    const run = html`<wa-button variant="brand" ?disabled=${found === 'running'} @click=${() => void this.#run()}>
      ${words.runChecks}
    </wa-button>`;
    return html`${pageHead({ title: words.checks, text: words.checksText, actions: run })}
      <div class="stack wide" aria-live="polite">
        ${found === 'running' ? progressView({ label: words.running }) : nothing}
        ${typeof found === 'object' && 'trouble' in found ? noticeView({ kind: 'bad', text: found.trouble }) : nothing}
        ${typeof found === 'object' && 'checks' in found ? this.#show(found) : nothing}
      </div>`;
  }

  #show({ ok, checks }: Checks): TemplateResult {
    const { words } = this;
    const lang = pageLanguage();
    const broken = checks.filter((check) => !check.ok).length;
    return html`
      ${noticeView({
        kind: ok ? 'good' : 'bad',
        text: ok ? words.balanced(checks.length.toLocaleString(lang)) : words.unbalanced(broken.toLocaleString(lang)),
      })}
      <section class="card">
        <ul class="rows">
          ${checks.map(
            (check) =>
              html`<li>
                <div class="what">
                  ${pageLanguage() === 'zh-CN' ? (checkSentences[check.name] ?? check.says) : check.says}<small
                    >${check.name}</small
                  >
                  ${
                    check.ok
                      ? nothing
                      : html`<details open>
                          <summary>${words.offending} (${check.offending.length.toLocaleString(lang)})</summary>
                          <pre class="payload" tabindex="0">
${check.offending.map((row) => JSON.stringify(row)).join('\n')}</pre>
                        </details>`
                  }
                </div>
                <span class="mark">
                  <wa-icon name=${check.ok ? 'check' : 'warning'}></wa-icon
                  >${words.states[check.ok ? 'well' : 'broken']}
                </span>
              </li>`,
          )}
        </ul>
      </section>
    `;
  }

  async #run(): Promise<void> {
    this.found = 'running';
    try {
      this.found = await operatorApi.checks();
    } catch (error) {
      this.found = { trouble: refusalWords(error) };
    }
  }
}
