import { html, nothing } from 'lit';
import type { PartsWords } from '../../../text/console/parts/messages.js';
import type { IconName } from '../../look/icon-names.js';

/** Something that can be done with a row; `href` in place of `run` for a page about it. */
export interface RowAction {
  title: string;
  icon?: IconName;
  href?: string;
  run?(): unknown;
}

/** The buttons of a row, for those who see and those who listen; more than two go into a menu. `called` is the row's name. */
export function rowActions(actions: readonly RowAction[], called: string, words: PartsWords): unknown {
  if (actions.length <= 2) return actions.map((action) => button(action, called));
  const chosen = (event: CustomEvent<{ item: { value: string } }>) => {
    const action = actions[Number(event.detail.item.value)];
    if (action?.href) location.assign(action.href);
    else void action?.run?.();
  };
  return html`<wa-dropdown placement="bottom-end" @wa-select=${chosen}>
    <button slot="trigger" class="quiet-button" aria-label=${words.actionsFor(called)}>
      <wa-icon name="ellipsis"></wa-icon>
    </button>
    ${actions.map(
      ({ title, icon }, place) =>
        html`<wa-dropdown-item value=${place}>
          ${icon ? html`<wa-icon slot="icon" name=${icon}></wa-icon>` : nothing}${title}
        </wa-dropdown-item>`,
    )}
  </wa-dropdown>`;
}

function button({ title, icon, href, run }: RowAction, called: string): unknown {
  const inside = html`${icon ? html`<wa-icon name=${icon}></wa-icon>` : nothing}${title}`;
  return href
    ? html`<a class="quiet-button" href=${href}>${inside}</a>`
    : html`<button class="quiet-button" aria-label="${title}: ${called}" @click=${() => void run?.()}>
        ${inside}
      </button>`;
}
