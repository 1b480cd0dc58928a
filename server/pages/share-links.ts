import { formatMoney } from '../../widgets/money/format-money.js';
import { totalsToShow } from '../../widgets/views/session-shown.js';
import type { Screen } from '../../widgets/views/screen.js';
import type { Snapshot } from './page-data.js';

/** The picture that messengers and social networks show with a link to a page. */
export interface SharePicture {
  address: string;
  alt: string;
}

/** What a topic has been given, exact, in every currency: "CN¥582.12 + US$3.00". */
export function givenInWords({ lang, words }: Screen, snapshot: Snapshot): string {
  const given = totalsToShow(snapshot).map(({ given: amount, currency }) => formatMoney({ amount, currency }, lang));
  return given.length === 0 ? words.nothingYet : given.join(' + ');
}

/** `seq` makes the address of a new picture a new one: those who fetch it keep it by its address. */
export function sharePicture(
  { lang }: Screen,
  page: string,
  { title, snapshot }: { title: string; snapshot: Snapshot },
  given: string,
): SharePicture {
  return { address: `${page}/picture.png?lang=${lang}&v=${snapshot.seq}`, alt: `${title}: ${given}` };
}
