import './studio.css';
import { isLanguage } from '../text/messages.js';
import { studioMessages } from '../text/studio/messages.js';
import { canvasOf, usualCorner, writeOverlayOptions, type OverlayOptions } from '../views/overlay/overlay-options.js';
import { formatPercent } from '../money/format-money.js';
import { askForNewLink, copyAddress, sendTestGift } from './actions.js';
import { Preview } from './preview.js';
import { isHardToRead, readControls, showColours } from './read-controls.js';

const { lang } = document.documentElement;
const pageLang = isLanguage(lang) ? lang : 'en';
const words = studioMessages[pageLang];
const $ = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

const studio = document.getElementById('studio');
if (studio) {
  const form = $<HTMLFormElement>('controls');
  const preview = new Preview($('canvas'), $<HTMLIFrameElement>('frame'));
  const { path = '', address = '' } = studio.dataset;
  document.body.classList.add('scripted');

  const update = () => {
    const options = readControls(form);
    const query = writeOverlayOptions(options);
    preview.show(path + query, options);
    $<HTMLInputElement>('address').value = address + query;
    $('copy-said').textContent = '';
    $('size-said').textContent = words.sizeOf(formatPercent(`${options.size / 100}`, pageLang));
    $('hard-to-read').textContent = isHardToRead(options) ? words.hardToRead : '';
    showSteps(options);
    keepInAddress(options);
  };
  form.addEventListener('input', ({ target }) => {
    const { name } = target as HTMLInputElement;
    // A layout has its own best place; whoever wants another chooses it after.
    if (name === 'layout')
      form.querySelector<HTMLInputElement>(`[value=${usualCorner(readControls(form).layout)}]`)!.checked = true;
    showColours(form, name === 'theme');
    update();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const input of document.querySelectorAll<HTMLInputElement>('[name=backdrop]'))
    input.addEventListener('change', () => ($('canvas').dataset.backdrop = input.value));
  update();

  copyAddress($<HTMLButtonElement>('copy'), $<HTMLInputElement>('address'), $('copy-said'), words);
  sendTestGift($<HTMLButtonElement>('test-gift'), `${path}/test-gift`, $('test-said'), words);
  askForNewLink({
    button: $('new-link'),
    dialog: $<HTMLDialogElement>('new-link-ask'),
    yes: $('new-link-yes'),
    no: $('new-link-no'),
    said: $('new-link-said'),
    address: `${path}/revoke`,
    words,
  });
  $('made').hidden = location.hash !== '#made';
}

function showSteps({ layout }: OverlayOptions): void {
  const { width, height } = canvasOf(layout);
  const steps = words.obsSteps(width, height);
  [...$('obs-steps').children].forEach((step, place) => (step.textContent = steps[place] ?? ''));
}

/** So that a reload, a bookmark and the other language keep what was chosen. */
function keepInAddress(options: OverlayOptions): void {
  const { lang: spoken, ...others } = options;
  const query = new URLSearchParams(writeOverlayOptions(others as OverlayOptions));
  if (spoken) query.set('spoken', spoken);
  const inOtherLanguage = document.querySelector<HTMLAnchorElement>('a.language');
  if (inOtherLanguage) {
    const there = new URLSearchParams(query);
    there.set('lang', inOtherLanguage.hreflang);
    inOtherLanguage.href = `?${there}`;
  }
  if (new URLSearchParams(location.search).has('lang')) query.set('lang', pageLang);
  history.replaceState(null, '', `?${query}${location.hash}`);
}
