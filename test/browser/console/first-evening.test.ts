import { expect } from 'chai';
import { URI, type TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { accountMessages } from '../../../widgets/text/console/account/messages.js';
import { partsMessages } from '../../../widgets/text/console/parts/messages.js';
import { shellMessages } from '../../../widgets/text/console/shell/messages.js';
import { signInMessages } from '../../../widgets/text/console/signin/messages.js';
import { closeVisits, visit } from '../../support/browser.js';
import { openMailbox, type Mailbox } from '../../support/mailbox.js';
import { askAsPage } from '../../support/people.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';

const password = 'four words are plenty';
const ownPassword = 'and four of my own';

describe('the first evening in the console', function () {
  this.timeout(180_000);
  let kindcast: Kindcast;
  let mailbox: Mailbox;
  before(async () => {
    mailbox = await openMailbox();
    kindcast = await startKindcast({ settings: { mail: mailbox.mail } });
  });
  after(async () => {
    await closeVisits();
    await kindcast.stop();
    await mailbox.close();
  });

  const here = (link: string) => {
    const { pathname, search } = new URL(link);
    return kindcast.url + pathname + search;
  };
  const open = (path: string, locale: 'zh-CN' | 'en') =>
    visit(kindcast.url + path, { locale, viewport: { width: 1100, height: 800 }, reducedMotion: 'reduce' });
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const fill = (page: Page, name: string, text: string) => page.locator(`wa-input[name=${name}] input`).fill(text);
  /** Goes on by the Tab key until the focus is on what has this name. */
  async function tabTo(page: Page, name: string): Promise<void> {
    const focused = () =>
      page.evaluate(() => {
        let at = document.activeElement;
        const host = at;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return [host?.getAttribute('name'), host?.textContent?.trim(), at?.textContent?.trim()];
      });
    for (let turns = 0; turns < 40; turns += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()).includes(name)) return;
    }
    throw new Error(`the Tab key does not lead to ${name}`);
  }

  it('goes from signing up to an organisation, a colleague and a key, in Chinese and in English', async () => {
    const zh = { ...signInMessages['zh-CN'], ...accountMessages['zh-CN'] };
    const { page, complaints } = await open('/console', 'zh-CN');

    // Signs up by keyboard alone.
    await heading(page, zh.signIn);
    await tabTo(page, zh.noAccount);
    await page.keyboard.press('Enter');
    await heading(page, zh.signUp);
    expect(await page.evaluate(() => document.activeElement?.tagName)).to.equal('H1');
    expect(await page.title()).to.contain(zh.signUp);
    await tabTo(page, 'name');
    await page.keyboard.type('云岭');
    await tabTo(page, 'email');
    await page.keyboard.type('yunling@people.test');
    await tabTo(page, 'password');
    await page.keyboard.type('short');
    await page.keyboard.press('Enter');
    await page.locator('.field-error').waitFor();
    // The field that is wrong has the focus.
    await page.keyboard.press('Control+A');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await heading(page, zh.checkMail);

    // The letter leads into the console, where an organisation begins.
    await page.goto(here((await mailbox.take('yunling@people.test')).link));
    await heading(page, zh.welcome);
    await page.getByText(zh.kinds.merchant.text).click();
    await fill(page, 'name', '云岭合作社');
    await button(page, zh.makeOrganisation).click();
    await page.getByRole('link', { name: shellMessages['zh-CN'].organisation }).click();
    await heading(page, zh.members);
    await fill(page, 'email', 'wrong@people.test');
    await button(page, zh.sendInvitation).click();
    const withdraw = page.getByRole('button', { name: `${zh.withdraw}: wrong@people.test` });
    const answer = (name: string) => page.locator('wa-dialog').getByRole('button', { name, exact: true }).click();
    // A slip of the finger withdraws nothing.
    await withdraw.click();
    await answer(partsMessages['zh-CN'].cancel);
    await page.locator('wa-dialog').waitFor({ state: 'detached' });
    await withdraw.click();
    await answer(zh.withdraw);
    await withdraw.waitFor({ state: 'detached' });
    await fill(page, 'email', 'wang@people.test');
    await button(page, zh.sendInvitation).click();
    await page.getByRole('cell', { name: 'wang@people.test', exact: true }).waitFor();

    // The colleague speaks English, opens the letter, signs up and accepts.
    const en = { ...signInMessages.en, ...accountMessages.en };
    const wang = await open(new URL((await mailbox.take('wang@people.test')).link).pathname, 'en');
    await heading(wang.page, en.invitation);
    await button(wang.page, en.signUp)
      .or(wang.page.getByRole('link', { name: en.signUp }))
      .click();
    await fill(wang.page, 'name', 'Wang Lei');
    await fill(wang.page, 'password', password);
    await button(wang.page, en.signUp).click();
    await heading(wang.page, en.checkMail);
    await wang.page.goto(here((await mailbox.take('wang@people.test')).link));
    await button(wang.page, en.accept).click();
    await wang.page.getByRole('link', { name: shellMessages.en.organisation }).click();
    await heading(wang.page, en.members);
    await wang.page.getByText('yunling@people.test').waitFor();
    // An editor invites nobody.
    expect(await wang.page.getByText(en.inviteText).count()).to.equal(0);

    // The owner makes a key for a program, takes it along, and revokes it.
    await page.getByRole('link', { name: zh.keys }).click();
    await heading(page, zh.keys);
    await button(page, zh.newKey).click();
    await fill(page, 'name', 'ERP');
    await page.locator('wa-checkbox[value="people:read"]').click();
    await button(page, zh.makeKey).click();
    const key = await page.locator('.copy-field input').inputValue();
    const organisation = new URL(page.url()).pathname.split('/')[2]!;
    const asProgram = async () =>
      (
        await fetch(`${kindcast.url}/v1/organisations/${organisation}/members`, {
          headers: { authorization: `Bearer ${key}` },
        })
      ).status;
    expect(await asProgram()).to.equal(200);
    await page.getByRole('button', { name: `${zh.revoke}: ERP` }).click();
    await page.locator('wa-dialog').getByRole('button', { name: zh.revoke, exact: true }).click();
    await page.getByText(zh.revoked).first().waitFor();
    expect(await asProgram()).to.equal(401);

    // All of it stands in the trail; the other language keeps the page, the back button goes back.
    await page.getByRole('link', { name: zh.trail }).click();
    await heading(page, zh.trail);
    await page.getByRole('cell', { name: /ERP/ }).first().waitFor();
    await page.getByRole('button', { name: shellMessages['zh-CN'].otherLanguageName }).click();
    await heading(page, en.trail);
    await page.goBack();
    await heading(page, en.keys);
    expect(complaints.filter((each) => !/status of 4/.test(each))).to.deep.equal([]);
    expect(wang.complaints.filter((each) => !/status of 4/.test(each))).to.deep.equal([]);
  });

  it('sets up the second step, which the next sign-in asks for', async () => {
    const words = { ...signInMessages.en, ...accountMessages.en };
    const email = 'lin@people.test';
    await askAsPage(kindcast.url, '', 'POST', '/auth/sign-up/email', { name: 'Lin', email, password });
    // The letter is opened in another browser than the one that signed up: the password is chosen there.
    const { page } = await open('/healthz', 'en');
    await page.goto(here((await mailbox.take(email)).link));
    await page.getByText(words.resetElsewhere).waitFor();
    await fill(page, 'password', ownPassword);
    await button(page, words.savePassword).click();
    await heading(page, words.signIn);
    await page.goto(`${kindcast.url}/console/sign-in?to=/console/account`);
    await fill(page, 'email', email);
    await fill(page, 'password', ownPassword);
    await button(page, words.signIn).click();
    await heading(page, words.account);
    await button(page, words.setUp).click();
    await page.locator('kc-second-factor wa-input[name=password] input').fill(ownPassword);
    await button(page, words.setUp).click();
    const secret = await page.locator('kc-second-factor .copy-field input').inputValue();
    const totp = URI.parse(`otpauth://totp/Kindcast:wang?secret=${secret}&issuer=Kindcast`) as TOTP;
    await page.locator('kc-second-factor wa-input[name=code] input').fill(totp.generate());
    await button(page, words.finish).click();
    await page.getByText(words.keepCodesText).waitFor();
    const [code = ''] = await page.locator('.codes li').allInnerTexts();
    await button(page, words.finish).click();
    await page.getByText(words.secondOn).waitFor();
    // The password alone does not turn it off.
    await button(page, words.turnOff).click();
    await page.locator('kc-second-factor wa-input[name=password] input').fill(ownPassword);
    await page.locator('kc-second-factor wa-input[name=code] input').fill('000000');
    await button(page, words.turnOff).click();
    await page.locator('kc-second-factor [role=alert]').waitFor();
    await page.reload();
    await page.getByText(words.secondOn).waitFor();

    const again = await open('/console/sign-in', 'en');
    await fill(again.page, 'email', email);
    await fill(again.page, 'password', ownPassword);
    await button(again.page, words.signIn).click();
    await heading(again.page, signInMessages.en.second);
    await again.page.getByRole('button', { name: words.useBackup }).click();
    await fill(again.page, 'code', code);
    await button(again.page, words.goOn).click();
    await heading(again.page, words.welcome);
  });
});
