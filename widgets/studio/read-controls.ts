import { contrastOf, readOverlayOptions, type OverlayOptions } from '../views/overlay/overlay-options.js';
import { coloursOf, themeColours } from '../views/overlay/overlay-look.js';

const COMFORTABLE_CONTRAST = 4.5;

/** What the controls of the form say. */
export function readControls(form: HTMLFormElement): OverlayOptions {
  const said = new FormData(form);
  const text = (name: string) => said.get(name)?.toString();
  const box = (name: string) => (said.has(name) ? 'on' : 'off');
  return readOverlayOptions({
    ...Object.fromEntries([...said.keys()].map((name) => [name, text(name)])),
    lang: text('spoken'),
    gifts: box('gifts'),
    milestones: box('milestones'),
    sound: box('sound'),
    qr: box('qr'),
  });
}

/** Shows the colour controls when own colours are wanted; until one is changed they show the theme's. */
export function showColours(form: HTMLFormElement, themeChanged: boolean): void {
  const wanted = form.querySelector<HTMLInputElement>('#own-colours')!.checked;
  form.querySelector<HTMLElement>('#colour-row')!.hidden = !wanted;
  const theme = themeColours[readControls(form).theme];
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type=color]')) {
    input.disabled = !wanted;
    if (!wanted || themeChanged) input.value = `#${theme[input.name as keyof typeof theme]}`;
  }
}

export function isHardToRead(options: OverlayOptions): boolean {
  const { ink, paper } = coloursOf(options);
  return contrastOf(ink, paper) < COMFORTABLE_CONTRAST;
}
