import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ItemOf } from '../../../plugin/client/kindcast-client.js';
import { accountMessages } from '../../text/console/account/messages.js';
import { api } from '../ask.js';
import { ConsolePage } from '../console-page.js';
import { confirmed } from '../parts/confirm.js';
import '../parts/copy-field.js';
import { emptyState } from '../parts/empty-state.js';
import { field } from '../parts/form/field.js';
import { Form, sendButton } from '../parts/form/form.js';
import { Loaded } from '../parts/loaded.js';
import { noticeView } from '../parts/notice.js';
import { pageHead } from '../parts/page-head.js';
import { refusalWords } from '../parts/refusal.js';
import '../parts/table/kc-table.js';
import { textColumn, timeColumn } from '../parts/table/kc-table.js';
import { toast } from '../parts/toast.js';

type ApiKey = ItemOf<'/v1/organisations/{organisationId}/keys'>;
type Scope = ApiKey['scopes'][number];

const areas = [
  'organisation',
  'people',
  'shops',
  'items',
  'sessions',
  'projects',
  'money',
  'webhooks',
  'audit',
] as const;
type Area = (typeof areas)[number];

/** Only ever read by programs: what changes money are orders and payouts, and nobody changes the trail of changes. */
const writable = (area: Area): area is Exclude<Area, 'money' | 'audit'> => area !== 'money' && area !== 'audit';

/** Keys for programs: made with what they may do, shown once, revoked. */
@customElement('kc-keys')
export class KeysPage extends ConsolePage {
  @state() private making = false;
  @state() private made = '';
  @state() private chosen: ReadonlySet<Scope> = new Set();
  @state() private noneChosen = false;

  private readonly keys = new Loaded(this, () =>
    api.get('/v1/organisations/{organisationId}/keys', { params: { path: this.#path, query: { limit: 200 } } }),
  );
  private readonly form = new Form(this, async ({ name = '' }) => {
    this.noneChosen = this.chosen.size === 0;
    if (this.noneChosen) return;
    const body = { name, scopes: [...this.chosen] };
    const { key } = await api.post('/v1/organisations/{organisationId}/keys', { params: { path: this.#path }, body });
    this.made = key;
    this.making = false;
    this.chosen = new Set();
    await this.keys.again();
  });

  get #path() {
    return { organisationId: this.context.organisation!.id };
  }

  protected override render(): TemplateResult {
    const words = accountMessages[this.context.lang];
    const begin = html`<wa-button variant="brand" @click=${() => (this.making = true)}>
      <wa-icon slot="start" name="plus"></wa-icon>${words.newKey}
    </wa-button>`;
    return html`${pageHead({ title: words.keys, text: words.keysText, actions: this.making ? undefined : begin })}
      <div class="stack wide">
        ${
          this.made
            ? html`<section class="card stack">
                <h2>${words.keyMade}</h2>
                ${noticeView({ kind: 'warning', text: words.keyMadeText })}
                <kc-copy label=${words.key} value=${this.made}></kc-copy>
              </section>`
            : nothing
        }
        ${this.making ? this.#form() : nothing} ${this.keys.show(({ items }) => this.#list(items))}
      </div>`;
  }

  #form(): TemplateResult {
    const words = accountMessages[this.context.lang];
    return html`<section class="card">
      <h2>${words.newKey}</h2>
      <form class="form" novalidate @submit=${this.form.submit}>
        ${this.form.notice()} ${this.noneChosen ? noticeView({ kind: 'bad', text: words.chooseScope }) : nothing}
        ${field(this.form, { name: 'name', label: words.keyName, hint: words.keyNameHint, required: true, maxlength: 100 })}
        <fieldset class="choices">
          <legend>${words.keyMay}</legend>
          ${areas.map(
            (area) =>
              html`<div class="scope" role="group" aria-label=${words.scopes[area]}>
                <span>${words.scopes[area]}</span>
                ${this.#tick(`${area}:read`, words.mayRead)}
                ${writable(area) ? this.#tick(`${area}:write`, words.mayWrite) : nothing}
              </div>`,
          )}
        </fieldset>
        ${sendButton(this.form, words.makeKey)}
      </form>
    </section>`;
  }

  #tick(scope: Scope, label: string): TemplateResult {
    const turn = () => {
      const chosen = new Set(this.chosen);
      if (!chosen.delete(scope)) chosen.add(scope);
      this.chosen = chosen;
    };
    return html`<wa-checkbox value=${scope} .checked=${this.chosen.has(scope)} @change=${turn}>${label}</wa-checkbox>`;
  }

  #list(items: readonly ApiKey[]): TemplateResult {
    const words = accountMessages[this.context.lang];
    const living = items.filter(({ revokedAt }) => revokedAt === undefined);
    const none = emptyState({ icon: 'key', title: words.noKeys, text: words.noKeysText, rank: 2 });
    return html`<kc-table
      name="api-keys"
      plain
      .caption=${words.keys}
      .rows=${living}
      .empty=${this.making || this.made ? nothing : none}
      .columns=${[
        textColumn<ApiKey>('name', words.keyName, ({ name }) => name),
        textColumn<ApiKey>('hint', words.begins, ({ hint }) => `${hint}…`),
        textColumn<ApiKey>('may', words.keyMay, ({ scopes }) =>
          scopes.map((scope) => this.#scopeWords(scope)).join(', '),
        ),
        timeColumn<ApiKey>('used', words.lastUse, ({ lastUsedAt }) => lastUsedAt),
      ]}
      .actions=${(row: ApiKey) => [{ title: words.revoke, icon: 'trash', run: () => this.#revoke(row) }]}
    ></kc-table>`;
  }

  #scopeWords(scope: string): string {
    const words = accountMessages[this.context.lang];
    const [area, way] = scope.split(':');
    const known = words.scopes[area as keyof typeof words.scopes] as string | undefined;
    return known ? `${known} (${way === 'write' ? words.mayWrite : words.mayRead})` : scope;
  }

  async #revoke({ id, name }: ApiKey): Promise<void> {
    const words = accountMessages[this.context.lang];
    const question = { title: words.revokeAsk(name), text: words.revokeText, yes: words.revoke, grave: true };
    if (!(await confirmed(question))) return;
    try {
      await api.delete('/v1/organisations/{organisationId}/keys/{keyId}', {
        params: { path: { ...this.#path, keyId: id } },
      });
      toast(words.revoked);
      await this.keys.again();
    } catch (error) {
      toast(refusalWords(error), { bad: true });
    }
  }
}
