import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { webhookMessages } from '../../../widgets/text/console/webhooks/messages.js';
import { closeVisits, keepPicture, visit } from '../../support/browser.js';
import { fontsSettled, rulesBroken, sizes } from '../../support/looks.js';
import { browserCookie, signedIn } from '../../support/people.js';
import { startReceiver, type Receiver } from '../../support/receiver.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { until } from '../../support/until.js';
import { ownNetworks, startWebhookLeaders } from '../../support/webhook-leaders.js';

describe('webhooks in the console', function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let leaders: { stop(): Promise<void> };
  let receiver: Receiver;
  before(async () => {
    kindcast = await startKindcast({ settings: { webhooks: ownNetworks } });
    leaders = startWebhookLeaders(kindcast.testDatabase);
  });
  beforeEach(async () => void (receiver = await startReceiver()));
  afterEach(async () => {
    await closeVisits();
    await receiver.stop();
  });
  after(async () => {
    await leaders.stop();
    await kindcast.stop();
  });

  async function comeAs(role: 'editor' | 'viewer', organisation: string, lang: 'en' | 'zh-CN', size: object) {
    const person = await signedIn(kindcast, { name: 'Li Mei', memberOf: [{ id: organisation, role }] });
    const { page, complaints } = await visit(`${kindcast.url}/healthz`, {
      ...size,
      locale: lang,
      reducedMotion: 'reduce',
    });
    await page.context().addCookies([browserCookie(kindcast.url, person)]);
    complaints.length = 0;
    await page.goto(`${kindcast.url}/console/${organisation}/organisation/webhooks?lang=${lang}`);
    return { page, complaints };
  }

  async function look(page: Page, name: string): Promise<void> {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.evaluate(() => window.scrollTo(0, 0));
      await fontsSettled(page);
      await keepPicture(page, `console-webhooks-${name}-${scheme}`, { fullPage: true });
      expect(await rulesBroken(page), `${name} ${scheme}`).to.deep.equal([]);
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${name} sticks out`).to.equal(0);
  }

  const story = (lang: 'en' | 'zh-CN', size: object) => async () => {
    const words = webhookMessages[lang];
    const merchant: string = (await kindcast.call('POST', '/v1/merchants', { name: 'Yunling 云岭合作社' })).id;
    const { page, complaints } = await comeAs('editor', merchant, lang, size);
    const press = (name: string) => page.locator('wa-button:visible', { hasText: name }).first().click();
    const says = (text: string) => page.locator('.toast', { hasText: text }).first().waitFor();

    // Nothing there yet: the page says what it is for.
    await page.getByRole('heading', { name: words.none }).waitFor();
    await look(page, `${lang}-empty`);
    await press(words.add);

    // An address that anybody could listen in on is refused at its field, and so is asking for nothing.
    await page.getByLabel(words.address).fill('http://192.0.2.7/kindcast');
    await press(words.make);
    await page.getByText(words.chooseEvent).waitFor();
    await page.locator('.choice', { hasText: words.event['gift.pledged'].title }).click();
    await page.locator('.choice', { hasText: words.event['milestone.reached'].title }).click();
    await press(words.make);
    await page.locator('.field-error').waitFor();
    if (lang === 'zh-CN') expect(await page.locator('.field-error').innerText()).to.match(/^网址/);
    await look(page, `${lang}-form`);
    await page.getByLabel(words.address).fill(receiver.url);
    await page.getByLabel(words.description).fill('记账 Books');
    await press(words.make);

    // The secret, this once.
    const secretField = page.getByLabel(words.secret, { exact: true });
    await secretField.waitFor();
    const secret = await secretField.inputValue();
    expect(secret).to.match(/^whsec_/);
    await look(page, `${lang}-secret`);
    await page.reload();
    await page.getByRole('link', { name: receiver.url }).waitFor();
    expect(await page.content()).not.to.include(secret);
    await look(page, `${lang}-list`);

    // A test arrives, and whoever has the secret can tell that it is genuine.
    await page.getByRole('link', { name: receiver.url }).click();
    await page.getByRole('heading', { name: words.noLog }).waitFor();
    await press(words.test);
    const [test] = await until(() => (receiver.received.length >= 1 ? receiver.received : undefined), 'the test came');
    const verified = new Webhook(secret).verify(test!.body, test!.headers as Record<string, string>);
    expect(verified).to.include({ type: 'webhook.test' });
    await says(words.arrived);
    const row = page.locator('kc-table tbody tr').first();
    await row.getByText(words.delivered).waitFor();
    await row.getByRole('button', { name: words.look }).click();
    expect(await page.locator('.hook-payload').innerText()).to.include('webhook.test');
    await look(page, `${lang}-log`);

    // A new secret: for a day both sign.
    await press(words.rotate);
    await page.locator('wa-dialog wa-button', { hasText: words.rotate }).click();
    await secretField.waitFor();
    const next = await secretField.inputValue();
    expect(next).not.to.equal(secret);
    await page.getByText(words.bothSign('|').split('|')[0]!.trim()).first().waitFor();

    // Once more, the same event, and this time nobody takes it.
    receiver.answer(500);
    await kindcast.testDatabase.asOwner((client) => client.query('UPDATE webhook_deliveries SET asked_at = NULL'));
    await row.getByRole('button', { name: words.resend }).click();
    await says(words.notArrived(words.answered(500)));
    await row.getByText(words.again(words.answered(500))).waitFor();
    const again = receiver.received.at(-1)!;
    expect(again.headers['webhook-id']).to.equal(test!.headers['webhook-id']);
    for (const each of [secret, next])
      expect(() => new Webhook(each).verify(again.body, again.headers as Record<string, string>)).not.to.throw();

    // Off, and on again by its toast; then changed, then gone.
    await press(words.switchOff);
    await page.getByText(words.offBecause['by-hand']).waitFor();
    await row.getByText(words.waitsForSwitch).waitFor();
    await look(page, `${lang}-off`);
    await page.locator('wa-callout wa-button', { hasText: words.switchOn }).click();
    await page.getByText(words.offBecause['by-hand']).waitFor({ state: 'detached' });
    await press(words.edit);
    await page.locator('.choice', { hasText: words.event['gift.pledged'].title }).click();
    await press(words.save);
    await page.locator('.hook-facts', { hasText: words.event['milestone.reached'].title }).waitFor();
    const { items } = await kindcast.call('GET', `/v1/webhook-endpoints?organisation=${merchant}`);
    expect(items).to.have.length(1);
    expect(items[0]).to.include({ enabled: true, description: '记账 Books' });
    expect(items[0].events).to.deep.equal(['milestone.reached']);
    await press(words.remove);
    await page.locator('wa-dialog wa-button', { hasText: words.remove }).click();
    await page.getByRole('heading', { name: words.none }).waitFor();
    expect(complaints.filter((each) => !/40[0-9]/.test(each))).to.deep.equal([]);
  };

  it('are added, tried out, sent again and removed, in Chinese on a phone', story('zh-CN', sizes['390x844']));
  it('are the same in English on a desk', story('en', { viewport: { width: 1280, height: 900 } }));

  it('can be looked at and not changed by a viewer, and those of another organisation not at all', async () => {
    const words = webhookMessages.en;
    const make = async (name: string) => (await kindcast.call('POST', '/v1/merchants', { name })).id as string;
    const [own, other] = [await make('Own'), await make('Other')];
    const endpoint = (organisationId: string) =>
      kindcast.call('POST', '/v1/webhook-endpoints', { organisationId, url: receiver.url, events: ['gift.pledged'] });
    await endpoint(own);
    const foreign = await endpoint(other);
    const { page } = await comeAs('viewer', own, 'en', { viewport: { width: 1280, height: 900 } });
    await page.getByRole('link', { name: receiver.url }).click();
    await page.getByRole('heading', { name: words.noLog }).waitFor();
    for (const button of [words.test, words.edit, words.rotate, words.switchOff, words.remove])
      expect(await page.locator('wa-button', { hasText: button }).count(), button).to.equal(0);
    await page.goto(`${kindcast.url}/console/${own}/organisation/webhooks/${foreign.id}`);
    await page.getByRole('heading', { name: words.notHere }).waitFor();
  });
});
