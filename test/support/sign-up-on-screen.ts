import type { OrganisationKind } from '../../server/http/access.js';
import { signInMessages } from '../../widgets/text/console/signin/messages.js';
import type { Visit } from './browser.js';
import type { Lang } from './looks.js';
import type { Mailbox } from './mailbox.js';

/**
 * Walks from the closed console to an organisation of one's own, as everybody does on the first evening: signs up, takes
 * the letter, opens its link, says what one is. Returns the organisation's id; the page shows its first screen.
 */
export async function signUpOnScreen(
  { page, complaints }: Visit,
  url: string,
  mailbox: Mailbox,
  { lang, kind, name }: { lang: Lang; kind: OrganisationKind; name: string },
): Promise<string> {
  const words = signInMessages[lang];
  const email = `${kind}-${lang.toLowerCase()}@people.test`;
  const heading = (text: string) => page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();
  const fill = (field: string, text: string) => page.locator(`wa-input[name=${field}] input`).fill(text);
  const press = (text: string) => page.getByRole('button', { name: text, exact: true }).click();
  await page.goto(`${url}/console/sign-up`);
  await heading(words.signUp);
  await fill('name', 'Li Mei');
  await fill('email', email);
  await fill('password', 'four words are plenty');
  await press(words.signUp);
  await heading(words.checkMail);
  const { pathname, search } = new URL((await mailbox.take(email)).link);
  await page.goto(url + pathname + search);
  await heading(words.welcome);
  await page.getByText(words.kinds[kind].text).click();
  await fill('name', name);
  await press(words.makeOrganisation);
  // Ids have no capitals; the addresses of the console's own pages have more than letters and digits or are words.
  await page.waitForURL(/\/console\/[0-9a-z]{12}$/);
  // Its button may be called like one of the next page.
  await page.locator('kc-welcome').waitFor({ state: 'detached' });
  // Who asks who he is before he has signed in hears 401, and the browser tells of it.
  const others = complaints.filter((complaint) => !complaint.includes('status of 401'));
  complaints.splice(0, complaints.length, ...others);
  return new URL(page.url()).pathname.split('/')[2]!;
}
