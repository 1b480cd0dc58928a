import type { StudioMessages } from '../text/studio/messages.js';

/** Copies the address; where the browser forbids it, it is selected for the reader to copy. */
export function copyAddress(
  button: HTMLButtonElement,
  input: HTMLInputElement,
  said: HTMLElement,
  words: StudioMessages,
): void {
  button.addEventListener('click', () => {
    input.select();
    // Browsers give a page the clipboard only over https and on this very machine.
    const copying = navigator.clipboard?.writeText(input.value) ?? Promise.reject(new Error('no clipboard'));
    copying.then(
      () => (said.textContent = words.copied),
      () => (said.textContent = words.copyYourself),
    );
  });
}

export function sendTestGift(button: HTMLButtonElement, to: string, said: HTMLElement, words: StudioMessages): void {
  button.addEventListener('click', () => {
    said.textContent = '';
    fetch(to, { method: 'POST' }).then(
      ({ ok, status }) => (said.textContent = ok ? words.testGiftSent : status === 503 ? words.tooSoon : words.failed),
      () => (said.textContent = words.failed),
    );
  });
}

export interface NewLinkParts {
  button: HTMLElement;
  dialog: HTMLDialogElement;
  yes: HTMLElement;
  no: HTMLElement;
  said: HTMLElement;
  address: string;
  words: StudioMessages;
}

/** Asks once, replaces the link, and goes on at the new one with everything that was chosen. */
export function askForNewLink({ button, dialog, yes, no, said, address, words }: NewLinkParts): void {
  button.addEventListener('click', () => dialog.showModal());
  no.addEventListener('click', () => dialog.close());
  yes.addEventListener('click', () => {
    dialog.close();
    void replaceLink(address).then(
      (studio) => location.replace(`${studio}${location.search}#made`),
      () => (said.textContent = words.failed),
    );
  });
}

/** The new studio's path: the page stays at the address by which it was opened. */
async function replaceLink(address: string): Promise<string> {
  const answer = await fetch(address, { method: 'POST' });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const { studioUrl } = (await answer.json()) as { studioUrl: string };
  return new URL(studioUrl).pathname;
}
