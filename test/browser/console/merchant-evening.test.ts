import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { shopifyOrder } from '../../../server/demo/shopify-order.js';
import { merchantMessages } from '../../../widgets/text/console/merchant/messages.js';
import { closeVisits, keepPicture, visit } from '../../support/browser.js';
import { openMailbox, type Mailbox } from '../../support/mailbox.js';
import { fontsSettled, rulesBroken, sizes } from '../../support/looks.js';
import { signUpOnScreen } from '../../support/sign-up-on-screen.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { send } from '../../support/village.js';

describe("a merchant's first evening", function () {
  this.timeout(120_000);
  let kindcast: Kindcast;
  let mailbox: Mailbox;
  let evenings = 0;
  before(async () => {
    mailbox = await openMailbox();
    kindcast = await startKindcast({ settings: { mail: mailbox.mail } });
    const charity = await kindcast.call('POST', '/v1/charities', { name: '乡村午餐基金会 Rural Lunch' });
    await kindcast.testDatabase.asOwner(async (owner) => {
      await owner.query(`SELECT set_config('kindcast.operator', 'on', false)`);
      await owner.query('UPDATE organisations SET verified_at = now() WHERE id = $1', [charity.id]);
    });
    await kindcast.call('POST', '/v1/projects', {
      charityId: charity.id,
      title: '校园午餐 School lunch',
      currency: 'CNY',
      goal: { amount: '10000.00', currency: 'CNY' },
      impact: { unit: '一顿午餐', cost: { amount: '4.00', currency: 'CNY' } },
    });
  });
  after(async () => {
    await kindcast.stop();
    await mailbox.close();
  });
  afterEach(closeVisits);

  /** Signs up and makes a new merchant. */
  async function comeAsMerchant(lang: 'en' | 'zh-CN', size: object) {
    const visited = await visit(`${kindcast.url}/healthz`, {
      ...size,
      locale: lang,
      reducedMotion: 'reduce',
    });
    const merchant = await signUpOnScreen(visited, kindcast.url, mailbox, {
      lang,
      kind: 'merchant',
      name: 'Yunling 云岭合作社',
    });
    return { ...visited, merchant };
  }

  const looksAsItShould = async (page: Page, name: string) => {
    await fontsSettled(page);
    await keepPicture(page, `merchant-evening-${name}`, { fullPage: true });
    // Of the page; the frame around it is looked at by its own tests.
    const broken = await rulesBroken(page, ['label-content-name-mismatch']);
    expect(broken, name).to.deep.equal([]);
  };

  const evening = (lang: 'en' | 'zh-CN', size: object, currencySign: string) => async () => {
    const words = merchantMessages[lang];
    const { page, complaints, merchant } = await comeAsMerchant(lang, size);
    const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
    const domain = `evening-${(evenings += 1)}.myshopify.com`;

    // The empty console says where to begin.
    await page
      .getByRole('link', { name: words.begin })
      .or(page.getByRole('button', { name: words.begin }))
      .click();
    await page.getByLabel(words.shopDomain).fill('not a shop');
    await press(words.connect);
    await page.getByText(lang === 'en' ? /must be a host name/ : /请填店铺域名/).waitFor();
    await page.getByLabel(words.shopDomain).fill(`https://${domain}/admin`);
    await page.getByLabel(words.webhookSecret, { exact: true }).first().fill('evening secret');
    await looksAsItShould(page, `${lang}-1-connect`);
    await press(words.connect);

    // Products, one of them wrong.
    await page.getByLabel(words.importPaste).fill('101,百花蜜 Honey,39.90\n102,春茶 Tea,128\n,nobody,1');
    await page.getByText(words.rowTrouble.noId).waitFor();
    await looksAsItShould(page, `${lang}-2-products`);
    await press(words.importSend(2));

    // The project, whose charity has been verified.
    await page.locator('.charity', { hasText: words.verified }).waitFor();
    await page.getByRole('button', { name: /校园午餐/ }).click();

    // What they give, told as it is typed.
    const figure = page.getByLabel(words.shareFigure.percent);
    await figure.fill('500');
    await page.getByText(lang === 'en' ? /at most 100/ : /百分比不超过 100/).waitFor();
    await figure.fill('5');
    await page.locator('.example-sum', { hasText: `${currencySign}6.40` }).waitFor();
    await looksAsItShould(page, `${lang}-3-share`);
    await press(words.keepDrafts);

    // Nothing is given yet; this is what an order would.
    await page.locator('.sample-sum strong', { hasText: `${currencySign}8.40` }).waitFor();
    await page.getByLabel(words.pieces).last().fill('3');
    await page.locator('.sample-sum strong', { hasText: `${currencySign}12.39` }).waitFor();
    await looksAsItShould(page, `${lang}-4-sample`);
    await press(words.sampleSeen);
    await press(words.switchOn);
    await page.getByText(words.isOn).waitFor();

    // The store sends an order, signed.
    const [shop] = (await kindcast.call('GET', `/v1/shops?merchant=${merchant}`)).items;
    const order = shopifyOrder({
      id: 5_000_000 + evenings,
      shopDomain: domain,
      currency: 'CNY',
      processedAt: new Date(),
      financialStatus: 'paid',
      lines: [{ productId: 101, title: '百花蜜 Honey', unitPrice: '39.90', quantity: 1 }],
    });
    const answer = await send({ url: kindcast.url, domain, secret: 'evening secret' }, 'orders/paid', order);
    expect(answer.body.outcome).to.equal('counted');
    await page.getByRole('heading', { name: words.firstGift }).waitFor();
    await page.locator('.first-gift .big-sum', { hasText: `${currencySign}2.00` }).waitFor();
    await looksAsItShould(page, `${lang}-5-first-gift`);

    // The order says why.
    await page.goto(`${kindcast.url}/console/${merchant}/orders`);
    await page.getByRole('link', { name: /百花蜜/ }).click();
    await page.getByText(lang === 'en' ? 'rounded half up to CN¥2.00' : '四舍五入为 ¥2.00').waitFor();
    await looksAsItShould(page, `${lang}-6-order`);

    // One item stops and goes on again; the list goes into a file.
    await page.goto(`${kindcast.url}/console/${merchant}/items`);
    await page.getByLabel(words.choose('百花蜜 Honey')).check();
    await press(words.endGiving);
    await page.getByText(words.ended(1)).waitFor();
    await page.locator('.toast button').first().press('Enter');
    await page.getByText(words.undone).waitFor();
    await looksAsItShould(page, `${lang}-7-items`);
    const [download] = await Promise.all([page.waitForEvent('download'), press(words.exportCsv)]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.split('\r\n')[2]).to.match(/^101,百花蜜 Honey,39\.90,.+,,2\.00,CNY$/);
    const { items } = await kindcast.call('GET', `/v1/shops/${shop.id}/items/101/versions`);
    expect(items).to.have.length(3);

    await page.goto(`${kindcast.url}/console/${merchant}/owed`);
    await page.getByText(words.byProject).waitFor();
    await looksAsItShould(page, `${lang}-8-owed`);
    expect(complaints.filter((said) => !/400 \(Bad Request\)/.test(said))).to.deep.equal([]);
  };

  it('ends with a gift, in English on a desk', evening('en', { viewport: { width: 1280, height: 800 } }, 'CN¥'));
  it('ends with a gift, in Chinese on a phone', evening('zh-CN', sizes['390x844'], '¥'));
});
