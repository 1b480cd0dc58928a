import { isLanguage, type Language } from '../text/messages.js';
import { shellMessages, type ShellWords } from '../text/console/shell/messages.js';

const KEPT = 'kindcast-language';

/** The language of the page; its one place is `<html lang>`, which Web Awesome's controls read too. */
export function pageLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'en';
}

export const shellWords = (): ShellWords => shellMessages[pageLanguage()];

/** Speaks another language from here on, and after the next visit. Who draws must be told to draw again. */
export function speak(lang: Language): void {
  document.documentElement.lang = lang;
  try {
    localStorage.setItem(KEPT, lang);
  } catch {
    // A browser that keeps nothing asks the server's guess again next time.
  }
}

/** What was chosen in this browser stands before what the browser prefers; an address that names one before both. */
export function rememberLanguage(): void {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLanguage(asked)) return speak(asked);
  try {
    const kept = localStorage.getItem(KEPT);
    if (isLanguage(kept)) document.documentElement.lang = kept;
  } catch {
    // As above.
  }
}
