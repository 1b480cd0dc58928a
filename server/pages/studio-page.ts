import type express from 'express';
import { studioMessages } from '../../widgets/text/studio/messages.js';
import {
  canvasOf,
  readOverlayOptions,
  writeOverlayOptions,
  type OverlayOptions,
} from '../../widgets/views/overlay/overlay-options.js';
import type { Screen } from '../../widgets/views/screen.js';
import { html, type Html } from './html.js';
import { sessionAddress } from './overlay-page.js';
import type { SessionForPage } from './page-data.js';
import { pageFrame } from './page-frame.js';
import { qrShape } from './qr-code.js';
import { studioControls } from './studio-controls.js';

/**
 * The page on which a streamer sets the overlay up. Without a script it is a form that answers with the same page; the
 * script makes every change visible at once.
 */
export function studioPage(
  screen: Screen,
  session: SessionForPage,
  query: express.Request['query'],
  { key, publicUrl }: { key: string; publicUrl: string },
): string {
  const { lang, words } = screen;
  const own = studioMessages[lang];
  const options = optionsOf(query);
  const { width, height } = canvasOf(options.layout);
  const path = `/overlay/${key}`;
  const overlayQuery = writeOverlayOptions(options);
  return pageFrame(screen, {
    title: own.studio,
    description: own.intro,
    name: 'studio',
    script: true,
    rules: `#canvas{--width:${width};--height:${height}}`,
    main: html`<div class="studio" id="studio" data-path="${path}" data-address="${publicUrl}${path}">
      <header class="studio-head">
        <h1>${own.studio}</h1>
        <p class="byline"><span>${session.title}</span><span>${words[session.status]}</span></p>
        <p class="quiet">${own.intro}</p>
        <p class="notice made" id="made" role="status" hidden>${own.newLinkMade}</p>
      </header>
      <div class="studio-columns">
        <div class="studio-view">
          ${previewOf(screen, `${path}${overlayQuery}`, width, height)}
          ${addressOf(screen, `${publicUrl}${path}${overlayQuery}`)}
        </div>
        ${studioControls(screen, options)}
      </div>
      <div class="studio-more">
        <section class="card" aria-labelledby="obs">
          <h2 id="obs">${own.obs}</h2>
          <ol class="steps" id="obs-steps">
            ${own.obsSteps(width, height).map((step) => html`<li>${step}</li>`)}
          </ol>
          ${own.obsNotes.map((note) => html`<p class="quiet">${note}</p>`)}
        </section>
        ${codeOf(screen, path, sessionAddress(session, publicUrl))} ${newLinkOf(screen)}
      </div>
    </div>`,
  });
}

/** The page's own language is `lang`, as on all pages; the overlay's is chosen apart from it. */
function optionsOf({ form, spoken, ...query }: express.Request['query']): OverlayOptions {
  // A form says nothing of a box that is not ticked.
  const unticked = form === undefined ? {} : { gifts: 'off', milestones: 'off' };
  return readOverlayOptions({ ...unticked, ...query, lang: spoken });
}

function previewOf({ lang }: Screen, source: string, width: number, height: number): Html {
  const own = studioMessages[lang];
  return html`<section class="preview" aria-labelledby="preview">
    <div class="preview-head">
      <h2 id="preview">${own.preview}</h2>
      <fieldset class="backdrops">
        <legend class="unseen">${own.backdrop}</legend>
        ${(['shop', 'bright', 'dark'] as const).map(
          (name) =>
            html`<label
              ><input type="radio" name="backdrop" value="${name}" ${name === 'shop' ? html`checked` : ''} /><span
                >${own.backdrops[name]}</span
              ></label
            >`,
        )}
      </fieldset>
    </div>
    <div class="canvas" id="canvas">
      <div class="backdrop" aria-hidden="true">
        <i class="wall"></i><i class="lamp"></i><i class="person"></i><i class="table"></i><i class="jar"></i
        ><i class="jar"></i><i class="jar"></i>
      </div>
      <iframe id="frame" src="${source}" title="${own.preview}" width="${width}" height="${height}"></iframe>
    </div>
    <p class="with-button">
      <button class="button" type="button" id="test-gift">${own.testGift}</button>
      <span class="quiet">${own.testGiftExplained}</span>
    </p>
    <p class="said" id="test-said" role="status"></p>
  </section>`;
}

function addressOf({ lang }: Screen, address: string): Html {
  const own = studioMessages[lang];
  return html`<section class="card address" aria-labelledby="address-title">
    <h2 id="address-title"><label for="address">${own.address}</label></h2>
    <p class="copy-line">
      <input id="address" type="text" readonly value="${address}" spellcheck="false" aria-describedby="address-note" />
      <button class="button" type="button" id="copy">${own.copy}</button>
    </p>
    <p class="quiet" id="address-note">${own.addressExplained}</p>
    <p class="said" id="copy-said" role="status"></p>
  </section>`;
}

function codeOf({ lang }: Screen, path: string, page: string): Html {
  const own = studioMessages[lang];
  const { size, path: squares } = qrShape(page);
  return html`<section class="card code" aria-labelledby="code">
    <h2 id="code">${own.code}</h2>
    <svg class="code-picture" viewBox="0 0 ${size} ${size}" role="img" aria-label="${own.codeTitle}">
      <path d="${squares}" />
    </svg>
    <p class="quiet">${own.codeExplained}</p>
    <p><a href="${page}">${page}</a></p>
    <p><a class="button quiet-button" href="${path}/session-qr.png" download>${own.download}</a></p>
  </section>`;
}

function newLinkOf({ lang }: Screen): Html {
  const own = studioMessages[lang];
  return html`<section class="card" aria-labelledby="new-link-title">
    <h2 id="new-link-title">${own.newLink}</h2>
    <p class="quiet">${own.newLinkExplained}</p>
    <p><button class="button quiet-button" type="button" id="new-link">${own.newLink}…</button></p>
    <p class="said" id="new-link-said" role="status"></p>
    <dialog id="new-link-ask" aria-labelledby="new-link-question">
      <p id="new-link-question">${own.newLinkAsk}</p>
      <p class="choices">
        <button class="button quiet-button" type="button" id="new-link-no">${own.newLinkNo}</button>
        <button class="button" type="button" id="new-link-yes">${own.newLinkYes}</button>
      </p>
    </dialog>
  </section>`;
}

/** The studio of a link that was replaced, or never was one. */
export function studioGonePage(screen: Screen): string {
  const own = studioMessages[screen.lang];
  return pageFrame(screen, {
    title: own.gone,
    description: own.goneExplained,
    name: 'studio',
    script: false,
    main: html`<section class="studio-head">
      <h1>${own.gone}</h1>
      <p class="quiet">${own.goneExplained}</p>
    </section>`,
  });
}
