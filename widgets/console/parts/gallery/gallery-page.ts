import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsolePage } from '../../console-page.js';
import { pathTo } from '../../router.js';
import '../chart/kc-chart.js';
import { confirmed } from '../confirm.js';
import '../copy-field.js';
import { emptyState } from '../empty-state.js';
import { field } from '../form/field.js';
import { Form, sendButton } from '../form/form.js';
import { moneyView, moneyWord } from '../money.js';
import { noticeView } from '../notice.js';
import { pageHead } from '../page-head.js';
import { progressView } from '../progress.js';
import { skeleton } from '../skeleton.js';
import { statsView } from '../stat.js';
import { stepsView } from '../steps.js';
import '../table/kc-table.js';
import { moneyColumn, numberColumn, textColumn, timeColumn } from '../table/kc-table.js';
import { toast } from '../toast.js';
import { galleryWords } from './words.js';

interface Jar {
  id: string;
  title: string;
  given: string;
  orders: number;
  at: string;
}

const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** Every part once, as pages use it: the book to copy from. */
@customElement('kc-gallery')
export class GalleryPage extends ConsolePage {
  private readonly form = new Form(this, async () => toast(galleryWords[this.context.lang].done));

  protected override render(): TemplateResult {
    const words = galleryWords[this.context.lang];
    const jars: Jar[] = words.jars.map((title, place) => ({
      id: String(place),
      title,
      given: `${place * 137 + 2}.50`,
      orders: place * 3,
      at: at(place * 47),
    }));
    const ask = async () => {
      const yes = await confirmed({ title: words.ask, text: words.askText, yes: words.remove, grave: true });
      if (yes) toast(words.removed, { undo: () => toast(words.back) });
    };
    return html`${pageHead({
        title: words.title,
        text: words.text,
        back: { href: pathTo(), title: words.home },
        actions: html`<wa-button appearance="outlined">${words.second}</wa-button>
          <wa-button variant="brand" @click=${() => void ask()}>${words.remove}</wa-button>`,
      })}
      <div class="stack wide">
        ${statsView([
          { label: moneyWord('given'), value: moneyView({ amount: '12345.60', currency: 'CNY' }) },
          { label: moneyWord('pledged'), value: moneyView({ amount: '8000.00', currency: 'CNY' }) },
          { label: moneyWord('confirmed'), value: moneyView({ amount: '3000.60', currency: 'CNY' }) },
          { label: moneyWord('paid'), value: moneyView({ amount: '1345.00', currency: 'CNY' }), note: words.note },
        ])}
        <section class="card">
          ${stepsView(words.steps.map((step, place) => ({ ...step, done: place === 0, action: html`<wa-button variant="brand">${words.goOn}</wa-button>` })))}
        </section>
        <kc-table
          name="jars"
          .caption=${words.title}
          .rows=${jars}
          .href=${() => pathTo('parts')}
          .columns=${[
            textColumn<Jar>('title', words.item, ({ title }) => title),
            moneyColumn<Jar>('given', words.given, ({ given }) => ({ amount: given, currency: 'CNY' })),
            numberColumn<Jar>('orders', words.orders, ({ orders }) => orders),
            timeColumn<Jar>('at', words.when, ({ at }) => at),
          ]}
          .bulk=${[{ title: words.tag, icon: 'tag', run: () => toast(words.done) }]}
          .actions=${() => [{ title: words.edit, icon: 'edit', run: () => toast(words.done) }]}
        ></kc-table>
        <section class="card">
          <kc-chart
            label=${words.given}
            currency="CNY"
            .points=${['0', '40', '55', '140', '300', '280', '460'].map((value, place, all) => ({ at: at((all.length - place) * 10), value }))}
          ></kc-chart>
        </section>
        <section class="card">
          <h2>${words.form}</h2>
          <form class="form" novalidate @submit=${this.form.submit}>
            ${this.form.notice()}
            ${field(this.form, { name: 'name', label: words.name, hint: words.hint, required: true })}
            ${field(this.form, { name: 'kind', label: words.kind, options: words.kinds.map((label) => ({ value: label, label })) })}
            ${field(this.form, { name: 'text', label: words.more, rows: 3 })} ${sendButton(this.form, words.save)}
          </form>
        </section>
        <section class="card stack">
          <kc-copy label=${words.link} value="https://give.example/overlay/2b9x"></kc-copy>
          <kc-copy label=${words.key} value="kc_key_example" secret></kc-copy>
          ${noticeView({ kind: 'warning', text: words.askText })}
          ${progressView({ label: words.tag, done: 120, total: 400 })} ${skeleton(words.title, 3)}
        </section>
        ${emptyState({ icon: 'heart', title: words.empty, text: words.emptyText, rank: 2, action: html`<wa-button variant="brand">${words.goOn}</wa-button>` })}
      </div>`;
  }
}
