import { html, render } from 'lit';
import type WaDialog from '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { partsMessages } from '../../text/console/parts/messages.js';
import { pageLanguage } from '../language.js';

export interface Question {
  /** What is asked: "Remove Li Mei from the organisation?" */
  title: string;
  /** What will happen, in plain words. */
  text: string;
  /** On the button that does it: "Remove", never "OK". */
  yes: string;
  /** Cannot be undone. */
  grave?: boolean;
}

/** Asks once. Escape, the cross and a click beside it all mean no; no has the focus, so that Enter alone does nothing. */
export function confirmed({ title, text, yes, grave = false }: Question): Promise<boolean> {
  const words = partsMessages[pageLanguage()];
  const place = document.createElement('div');
  document.body.append(place);
  return new Promise((answer) => {
    let said = false;
    const close = (value: boolean) => {
      said = value;
      place.querySelector<WaDialog>('wa-dialog')!.open = false;
    };
    const gone = (event: Event) => {
      if (event.target !== event.currentTarget) return;
      place.remove();
      answer(said);
    };
    render(
      html`<wa-dialog label=${title} light-dismiss open @wa-after-hide=${gone}>
        <p>${text}</p>
        <wa-button slot="footer" appearance="outlined" autofocus @click=${() => close(false)}
          >${words.cancel}</wa-button
        >
        <wa-button slot="footer" variant=${grave ? 'danger' : 'brand'} @click=${() => close(true)}>${yes}</wa-button>
      </wa-dialog>`,
      place,
    );
  });
}
