import { html, nothing, type TemplateResult } from 'lit';
import { shellMessages, type ShellWords } from '../text/console/shell/messages.js';
import { otherLanguage, type Language } from '../text/messages.js';
import type { ConsoleArea, PageRoute } from './area.js';
import type { Place } from './find-place.js';
import { sealMark } from './look/seal-mark.js';
import type { Me, Membership } from './me.js';
import { goTo, pathTo } from './router.js';
import { signOut } from './sign-out.js';

interface Frame {
  lang: Language;
  me: Me;
  shown: { place: Exclude<Place, { onTo: string }>; area: ConsoleArea; route: PageRoute | undefined } | undefined;
  page: unknown;
  onLanguage(): void;
}

/** What stands around every page: brand, whose pages these are, the menu, language and account. */
export function consoleFrame(frame: Frame): TemplateResult {
  const { lang, me, page, onLanguage } = frame;
  const words = shellMessages[lang];
  const other = otherLanguage(lang);
  const menu = menuOf(frame, words);
  return html`<a class="skip" href="#page">${words.skipToContent}</a>
    <header class="console-head">
      <div class="tools">
        ${
          menu
            ? html`<button class="quiet-button menu-button" aria-label=${words.menu} @click=${openMenu}>
                <wa-icon name="bars"></wa-icon>
              </button>`
            : nothing
        }
        <a class="brand" href=${pathTo()}>${sealMark()}<span>${words.brand}</span></a>
        ${me.person ? organisationSwitch(frame, words) : nothing}
      </div>
      <div class="tools">
        <button class="quiet-button" lang=${other} @click=${onLanguage}>
          <wa-icon name="globe"></wa-icon><span class="wide">${words.otherLanguageName}</span>
        </button>
        ${me.person ? accountMenu(me, words) : nothing}
      </div>
    </header>
    <div class="console-body ${menu ? '' : 'alone'} ${frame.shown?.place.area === 'parts' ? '' : 'narrow'}">
      ${
        menu
          ? html`<nav class="console-side" aria-label=${words.menu}>${menu}</nav>
              <wa-drawer class="menu-drawer" placement="start" label=${words.menu}>
                <nav aria-label=${words.menu}>${menu}</nav>
              </wa-drawer>`
          : nothing
      }
      <main class="console-page" id="page" tabindex="-1">${page}</main>
    </div>`;
}

function openMenu(event: Event): void {
  (event.currentTarget as HTMLElement).closest('kc-console')?.querySelector('.menu-drawer')?.setAttribute('open', '');
}

/** The pages of the area, and those that every organisation has. One's own account has a menu of its own. */
function menuOf({ lang, shown, me }: Frame, words: ShellWords): unknown {
  if (!shown || !me.person || shown.place.area === 'signin' || shown.place.area === 'parts') return undefined;
  const { place, area, route } = shown;
  const entries = area.routes.filter(({ icon }) => icon !== undefined);
  const own = list(entries, place.base, route, lang);
  if (!place.organisation) return own;
  const { id } = place.organisation;
  const inOrganisation = place.area === 'organisation';
  const home = inOrganisation
    ? html`<ul class="menu">
        <li>
          <a href=${pathTo(id)}><wa-icon name="chevron-left"></wa-icon>${words.kinds[place.organisation.kind]}</a>
        </li>
      </ul>`
    : nothing;
  const people = inOrganisation
    ? nothing
    : html`<ul class="menu">
        <li>
          <a href=${pathTo(id, 'organisation')}><wa-icon name="building"></wa-icon>${words.organisation}</a>
        </li>
      </ul>`;
  return html`${home}${own}${people}`;
}

function list(
  entries: readonly PageRoute[],
  base: readonly string[],
  current: PageRoute | undefined,
  lang: Language,
): TemplateResult {
  // A page that is not in the menu belongs to the entry that its address begins with.
  const chosen =
    entries.find((entry) => entry === current) ??
    entries.find(({ path }) => path !== '' && current?.path.startsWith(`${path}/`));
  return html`<ul class="menu">
    ${entries.map(
      (entry) =>
        html`<li>
          <a href=${pathTo(...base, entry.path)} aria-current=${entry === chosen ? 'page' : nothing}>
            <wa-icon name=${entry.icon!}></wa-icon>${entry.title(lang)}
          </a>
        </li>`,
    )}
  </ul>`;
}

const choose = (event: CustomEvent<{ item: { value: string } }>) => goTo(event.detail.item.value);

function organisationSwitch({ me, shown }: Frame, words: ShellWords): TemplateResult {
  const here = shown?.place.organisation;
  const atOperator = shown?.place.area === 'operator';
  const title = here?.name ?? (atOperator ? words.operator : words.organisations);
  const about = here ? words.kinds[here.kind] : '';
  const entry = ({ id, name, kind }: Membership) =>
    html`<wa-dropdown-item value=${pathTo(id)} type="checkbox" ?checked=${id === here?.id}>
      ${name}<span slot="details">${words.kinds[kind]}</span>
    </wa-dropdown-item>`;
  return html`<wa-dropdown class="org-switch" @wa-select=${choose}>
    <button slot="trigger" class="quiet-button" title=${words.switchOrganisation}>
      <span class="who"><span class="name">${title}</span>${about ? html`<small>${about}</small>` : nothing}</span>
      <wa-icon name="chevron-down"></wa-icon>
    </button>
    ${me.organisations.map(entry)}
    ${
      me.operator
        ? html`<wa-dropdown-item value=${pathTo('operator')} type="checkbox" ?checked=${atOperator}>
            ${words.operator}
          </wa-dropdown-item>`
        : nothing
    }
    <wa-divider></wa-divider>
    <wa-dropdown-item value=${pathTo('welcome')}>
      <wa-icon slot="icon" name="plus"></wa-icon>${words.newOrganisation}
    </wa-dropdown-item>
  </wa-dropdown>`;
}

function accountMenu({ person }: Me, words: ShellWords): TemplateResult {
  const chosen = (event: CustomEvent<{ item: { value: string } }>) => {
    if (event.detail.item.value === 'sign-out') void signOut();
    else choose(event);
  };
  return html`<wa-dropdown placement="bottom-end" @wa-select=${chosen}>
    <button slot="trigger" class="quiet-button">
      <wa-icon name="user"></wa-icon><span class="wide">${person?.name || person?.email}</span>
      <span class="unseen">${words.account}</span>
    </button>
    <wa-dropdown-item value=${pathTo('account')}>
      <wa-icon slot="icon" name="user"></wa-icon>${words.account}
    </wa-dropdown-item>
    <wa-dropdown-item value="sign-out"> <wa-icon slot="icon" name="door"></wa-icon>${words.signOut} </wa-dropdown-item>
  </wa-dropdown>`;
}
