import { coloursOf } from '../../widgets/views/overlay/overlay-look.js';
import {
  colourNames,
  layouts,
  sizes,
  themes,
  type Corner,
  type OverlayOptions,
} from '../../widgets/views/overlay/overlay-options.js';
import { messages } from '../../widgets/text/messages.js';
import { studioMessages } from '../../widgets/text/studio/messages.js';
import type { Screen } from '../../widgets/views/screen.js';
import { html, type Html } from './html.js';

/** Every option of an overlay as a control, with the words of the address as names and values. */
export function studioControls(screen: Screen, options: OverlayOptions): Html {
  const own = studioMessages[screen.lang];
  return html`<form class="controls card" id="controls" method="get">
    <input type="hidden" name="lang" value="${screen.lang}" />
    <input type="hidden" name="form" value="sent" />
    <section aria-labelledby="look">
      <h2 id="look">${own.look}</h2>
      <fieldset class="layouts">
        <legend>${own.layout}</legend>
        ${layouts.map(
          (name) =>
            html`<label class="choice"
              >${radio('layout', name, options.layout)}<i class="sketch as-${name}" aria-hidden="true"></i
              ><b>${own.layouts[name].title}</b><small>${own.layouts[name].text}</small></label
            >`,
        )}
      </fieldset>
      <fieldset class="corners">
        <legend>${own.corner}</legend>
        ${(['top-left', 'top-right', 'bottom-left', 'bottom-right'] satisfies Corner[]).map(
          (name) => html`<label class="choice">${radio('corner', name, options.corner)}${own.corners[name]}</label>`,
        )}
      </fieldset>
      <fieldset class="themes">
        <legend>${own.theme}</legend>
        ${themes.map(
          (name) =>
            html`<label class="choice"
              >${radio('theme', name, options.theme)}<i class="swatch-${name}" aria-hidden="true"></i>${
                own.themes[name]
              }</label
            >`,
        )}
      </fieldset>
      ${coloursControl(screen, options)}
      <p class="field">
        <label for="size">${own.size}</label>
        <output id="size-said" for="size">${own.sizeOf(`${options.size}%`)}</output>
        <input
          id="size"
          type="range"
          name="size"
          min="${sizes.least}"
          max="${sizes.most}"
          step="5"
          value="${options.size}"
        />
      </p>
      <p class="field">
        <label for="spoken">${own.spoken}</label>
        <select id="spoken" name="spoken">
          <option value="">${own.spokenAsComputer}</option>
          ${(['zh-CN', 'en'] as const).map(
            (lang) =>
              html`<option value="${lang}" lang="${lang}" ${options.lang === lang ? html`selected` : ''}>
                ${messages[lang].languageName}
              </option>`,
          )}
        </select>
      </p>
    </section>
    <section aria-labelledby="shown">
      <h2 id="shown">${own.shown}</h2>
      ${(['gifts', 'milestones', 'qr', 'sound'] as const).map((name) => toggle(name, own[name], options[name]))}
    </section>
    <p class="apply"><button class="button" type="submit">${own.apply}</button></p>
  </form>`;
}

/** A colour control cannot be empty: whether the colours count is a control of its own. */
function coloursControl({ lang }: Screen, options: OverlayOptions): Html {
  const own = studioMessages[lang];
  const colours = coloursOf(options);
  const chosen = colourNames.some((name) => options[name] !== undefined);
  return html`<fieldset class="colours">
    <legend>${own.colours}</legend>
    <label class="switch"
      ><input type="checkbox" id="own-colours" ${chosen ? html`checked` : ''} /><span>${own.ownColours}</span></label
    >
    <div class="colour-row" id="colour-row" ${chosen ? '' : html`hidden`}>
      ${colourNames.map(
        (name) =>
          html`<label
            ><input
              type="color"
              name="${name}"
              value="#${colours[name]}"
              ${chosen ? '' : html`disabled`}
            />${own.colourNames[name]}</label
          >`,
      )}
    </div>
    <p class="warning" id="hard-to-read" role="status"></p>
  </fieldset>`;
}

function radio(name: string, value: string, chosen: string): Html {
  return html`<input type="radio" name="${name}" value="${value}" ${value === chosen ? html`checked` : ''} />`;
}

function toggle(name: string, { title, text }: { title: string; text: string }, on: boolean): Html {
  return html`<label class="switch"
    ><input type="checkbox" name="${name}" value="on" ${on ? html`checked` : ''} /><span
      ><b>${title}</b><small>${text}</small></span
    ></label
  >`;
}
