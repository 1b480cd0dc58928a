import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { partsMessages } from '../../text/console/parts/messages.js';
import { pageLanguage } from '../language.js';

interface Toast {
  id: number;
  text: string;
  bad: boolean;
  undo: (() => unknown) | undefined;
}

/** Long enough to read a sentence and to reach the button by keyboard. */
const SHOWN_MS = 10_000;

let toasts: Toast[] = [];
let last = 0;
let place: HTMLElement | undefined;

export interface ToastOptions {
  /** Takes back what was just done; the toast has a button for it. */
  undo?: () => unknown;
  bad?: boolean;
}

/** Says that something was done, for a while, at the foot of the screen; nothing on the page moves. */
export function toast(text: string, { undo, bad = false }: ToastOptions = {}): void {
  const id = (last += 1);
  toasts = [...toasts.slice(-2), { id, text, bad, undo }];
  show();
  setTimeout(() => leave(id), SHOWN_MS);
}

/** Whoever is on it, with the pointer or the focus, still needs it. */
function leave(id: number): void {
  if (place?.querySelector(`[data-toast="${id}"]:is(:hover, :focus-within)`)) setTimeout(() => leave(id), 2_000);
  else drop(id);
}

function drop(id: number): void {
  toasts = toasts.filter((each) => each.id !== id);
  show();
}

function show(): void {
  if (!place) {
    place = document.createElement('div');
    place.className = 'toasts';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  const words = partsMessages[pageLanguage()];
  const done = (each: Toast) => {
    drop(each.id);
    each.undo?.();
  };
  render(
    repeat(
      toasts,
      ({ id }) => id,
      (each) =>
        html`<div class="toast ${each.bad ? 'bad' : ''}" data-toast=${each.id}>
          <span>${each.text}</span>
          ${each.undo ? html`<button class="quiet-button" @click=${() => done(each)}>${words.undo}</button>` : nothing}
          <button class="quiet-button" aria-label=${words.close} @click=${() => drop(each.id)}>
            <wa-icon name="xmark"></wa-icon>
          </button>
        </div>`,
    ),
    place,
  );
}
