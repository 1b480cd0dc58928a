import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { moneyWords } from '../../../widgets/money/money-words.js';
import { accountMessages } from '../../../widgets/text/console/account/messages.js';
import { operatorWords } from '../../../widgets/text/console/operator/messages.js';
import { partsMessages } from '../../../widgets/text/console/parts/messages.js';
import { png } from '../../support/papers.js';
import { closeVisits, keepPicture, visit } from '../../support/browser.js';
import { fontsSettled, rulesBroken, sizes } from '../../support/looks.js';
import { openMailbox, type Mailbox } from '../../support/mailbox.js';
import { browserCookie, signedIn } from '../../support/people.js';
import { sell } from '../../support/sell.js';
import { signUpOnScreen } from '../../support/sign-up-on-screen.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { send, setRule, settle, type Village } from '../../support/village.js';

const phone = sizes['390x844'];
const desk = { viewport: { width: 1280, height: 900 } };

/** Both languages walk the same way; each has the words it reads on the screens. */
const evenings = [
  {
    lang: 'zh-CN',
    wishes: phone,
    fill: '填写资料',
    number: '登记证号',
    about: '中文介绍',
    contact: '公开联系方式',
    save: '保存',
    saved: '已保存',
    choose: '选择文件',
    ask: '提交核验',
    waiting: '正在核验',
    newProject: '新建项目',
    title: '标题',
    goal: '目标金额',
    unit: '一份善款能做什么',
    write: '写报告',
    reportTitle: '标题',
    body: '做了什么',
    from: '从',
    publish: '发布',
    verify: '通过核验',
    calm: '订单正常计入',
    well: '账目平衡',
    runChecks: '现在核对',
    replayAll: '全部重试',
    dismiss: '搁置',
    why: '为什么不需要计入？',
    dismissed: '已搁置。',
    undo: '撤销',
  },
  {
    lang: 'en',
    wishes: desk,
    fill: 'Fill in the profile',
    number: 'Registration number',
    about: 'About you, in English',
    contact: 'Public contact',
    save: 'Save',
    saved: 'Saved',
    choose: 'Choose a file',
    ask: 'Send for verification',
    waiting: 'Being looked at',
    newProject: 'New project',
    title: 'Title',
    goal: 'Goal',
    unit: 'What one gift makes possible',
    write: 'Write a report',
    reportTitle: 'Title',
    body: 'What happened',
    from: 'From',
    publish: 'Publish',
    verify: 'Verify',
    calm: 'Orders are being counted',
    well: 'The books balance',
    runChecks: 'Check now',
    replayAll: 'Try all again',
    dismiss: 'Lay aside',
    why: 'Why does it not need to be counted?',
    dismissed: 'Laid aside.',
    undo: 'Undo',
  },
] as const;

for (const words of evenings)
  describe(`an evening in the console, ${words.lang}`, function () {
    this.timeout(120_000);
    let kindcast: Kindcast;
    let mailbox: Mailbox;
    let charity: string;
    before(async () => {
      mailbox = await openMailbox();
      kindcast = await startKindcast({ settings: { mail: mailbox.mail } });
    });
    after(async () => {
      await kindcast.stop();
      await mailbox.close();
    });
    afterEach(closeVisits);

    const open = () =>
      visit(`${kindcast.url}/healthz`, { ...words.wishes, locale: words.lang, reducedMotion: 'reduce' });

    /** A picture of the screen as it stands, which must be readable for everybody and fit. */
    async function look(page: Page, name: string): Promise<void> {
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await fontsSettled(page);
        await keepPicture(page, `console-${name}-${words.lang}-${scheme}`, { fullPage: true });
        expect(await rulesBroken(page), `${name} ${scheme}`).to.deep.equal([]);
      }
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${name} sticks out`).to.equal(0);
    }

    it('goes well for a charity: profile, papers, project, first gift, report', async () => {
      const visited = await open();
      const { page, complaints } = visited;
      const us = { lang: words.lang, kind: 'charity', name: '乡村午餐 Rural Lunch' } as const;
      charity = await signUpOnScreen(visited, kindcast.url, mailbox, us);
      await page.locator('.steps').waitFor();
      await look(page, 'charity-first-steps');
      await page.locator('wa-button', { hasText: words.fill }).click();
      await page.getByLabel(words.number).fill('53440000-1');
      await page
        .getByLabel(words.about)
        .fill(words.lang === 'en' ? 'A hot lunch for every child.' : '给孩子一顿热午餐。');
      await page.getByLabel(words.contact).fill('hello@example.org');
      await look(page, 'charity-profile');
      await page.locator('wa-button', { hasText: words.save }).click();
      await page.locator('.toast', { hasText: words.saved }).waitFor();

      await page.goto(`${kindcast.url}/console/${charity}/verification`);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'certificate 证书.png', mimeType: 'image/png', buffer: png(300, 200) });
      await page.locator('.papers img').waitFor();
      await page.locator('wa-button', { hasText: words.ask }).click();
      await page.getByText(words.waiting).first().waitFor();
      await look(page, 'charity-papers');

      await page.goto(`${kindcast.url}/console/${charity}/projects`);
      await look(page, 'charity-no-projects');
      await page.locator('wa-button', { hasText: words.newProject }).first().click();
      await page.getByLabel(words.title).fill('山里孩子的热午餐 · Hot lunches');
      await page.getByLabel(words.goal).fill('200.001');
      await page.getByLabel(words.unit).fill('午餐 lunches');
      await page.locator('wa-button', { hasText: words.save }).click();
      // What is wrong stands at its field, also inside of it (goal.amount); the first of them has the focus.
      await page.locator('wa-input[name="impact.cost"] .field-error').waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).to.equal('goal');
      expect(await page.locator('.field-error').count()).to.equal(2);
      await look(page, 'charity-project');
      expect(complaints.splice(0), 'the browser tells of the refusal too').to.have.length(1);
      await page.getByLabel(words.goal).fill('200.00');
      await page.getByLabel(words.unit).fill('');
      await page.locator('wa-button', { hasText: words.save }).click();
      await page.locator('.rows li').waitFor();
      const [project] = (await kindcast.call('GET', `/v1/projects?charityId=${charity}`)).items as Answer[];
      expect(project.goal).to.deep.equal({ amount: '200.00', currency: 'CNY' });

      const village: Village = await settle(kindcast.url);
      village.projects.lunch = project.id;
      await setRule(village, 101, '10%', { lunch: 1 }, { title: '云岭蜂蜜 Honey' });
      await sell(village);
      await page.goto(`${kindcast.url}/console/${charity}`);
      await page.locator('.project-money').waitFor();
      expect(await page.locator('.project-money').innerText()).to.contain('10.00');
      await look(page, 'charity-home');
      await page.goto(`${kindcast.url}/console/${charity}/givers`);
      await page.getByText('云岭蜂蜜 Honey').first().waitFor();
      await look(page, 'charity-givers');
      const gifts = page.locator('kc-table[name=gifts]');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        gifts.getByRole('button', { name: partsMessages[words.lang].exportCsv }).click(),
      ]);
      expect(readFileSync(await file.path(), 'utf8')).to.contain(`,${moneyWords[words.lang].pledged.label},10.00,CNY`);

      // A famous evening fits too, on every screen.
      await sell(village, { unitPrice: '12345578.90', quantity: 1 });
      for (const size of [phone, desk]) {
        await page.setViewportSize(size.viewport);
        await page.goto(`${kindcast.url}/console/${charity}`);
        await page.locator('.stat-value', { hasText: '1,234,567.89' }).first().waitFor();
        await look(page, `charity-famous-${size.viewport.width}`);
        const cut = await page
          .locator('.stat')
          .evaluateAll((tiles) => tiles.filter((tile) => tile.scrollWidth > tile.clientWidth).length);
        expect(cut, `figures that stick out at ${size.viewport.width}`).to.equal(0);
      }
      await page.setViewportSize(words.wishes.viewport);

      await page.goto(`${kindcast.url}/console/${charity}/reports`);
      await page.locator('wa-button', { hasText: words.write }).first().click();
      await page.getByLabel(words.reportTitle).fill('The first week 第一周');
      await page.getByLabel(words.from, { exact: true }).fill('2026-01-01');
      await page.getByLabel(words.body).fill('<b>41 lunches</b>');
      await page.locator('form wa-button', { hasText: words.publish }).click();
      await page.locator('wa-dialog wa-button', { hasText: words.publish }).click();
      await page.locator('.toast').waitFor();
      await look(page, 'charity-reports');
      const told = await (await fetch(`${kindcast.url}/projects/${project.id}`)).text();
      expect(told).to.contain('&lt;b&gt;41 lunches&lt;/b&gt;').and.not.to.contain('<b>41');
      expect(complaints).to.deep.equal([]);
    });

    it('goes well for an operator: sees what waits, verifies, looks after a delivery, checks the books', async () => {
      const village = await settle(kindcast.url);
      await send(village, 'orders/paid', { id: 9, created_at: 'yesterday, or so', email: 'buyer@example.org' });
      const { page, complaints } = await open();
      await page.context().addCookies([browserCookie(kindcast.url, await signedIn(kindcast, { operator: true }))]);
      await page.goto(`${kindcast.url}/console/operator`);
      await page.getByText(words.calm).first().waitFor();
      await look(page, 'operator-home');

      await page.goto(`${kindcast.url}/console/operator/verifications`);
      await page.locator('.rows wa-button').click();
      await page.locator('.papers img').waitFor();
      await page.locator('form wa-button', { hasText: words.verify }).click();
      await page.locator('.field-error', { hasText: operatorWords[words.lang].lookFirst }).waitFor();
      expect(await page.locator('wa-dialog').count(), 'asked before anything was looked at').to.equal(0);
      await look(page, 'operator-nothing-ticked');
      await page.locator('wa-checkbox').click();
      await look(page, 'operator-verification');
      await page.locator('form wa-button', { hasText: words.verify }).click();
      await page.locator('wa-dialog wa-button', { hasText: words.verify }).click();
      await page.locator('.toast').waitFor();
      expect((await kindcast.call('GET', `/v1/charities/${charity}/profile`)).verification.state).to.equal('verified');

      await page.goto(`${kindcast.url}/console/operator/letters`);
      await page.locator('kc-table').getByText('orders/paid').first().waitFor();
      await look(page, 'operator-letters');
      // The reason opens what came; it says so in the reader's language, and the shop by its name.
      await page.locator('kc-table .cell-link').first().click();
      await page.locator('pre.payload').waitFor();
      await page.locator('wa-button', { hasText: words.replayAll }).click();
      await page.locator('.toast').waitFor();
      await page.locator('kc-table wa-dropdown [slot=trigger]').first().click();
      await page.locator('wa-dropdown-item', { hasText: words.dismiss }).click();
      await page.locator('pre.payload').waitFor();
      await page.getByLabel(words.why).fill('a test of the shop');
      expect(await page.content()).not.to.contain('buyer@example.org');
      await look(page, 'operator-letter');
      await page.locator('form wa-button', { hasText: words.dismiss }).click();
      await page.locator('.toast', { hasText: words.dismissed }).getByRole('button', { name: words.undo }).click();
      await page.locator('kc-table').getByText('orders/paid').first().waitFor();
      const letters = async () => (await kindcast.call('GET', '/v1/dead-letters')).items as Answer[];
      expect(await letters()).to.have.length(1);

      await page.goto(`${kindcast.url}/console/operator/checks`);
      await page.locator('wa-button', { hasText: words.runChecks }).click();
      await page.getByText(words.well).waitFor({ timeout: 60_000 });
      await look(page, 'operator-checks');
      await page.goto(`${kindcast.url}/console/operator/audit`);
      await page
        .locator('kc-table')
        .getByText(accountMessages[words.lang].subjects.charity_decisions!)
        .first()
        .waitFor();
      await look(page, 'operator-audit');
      expect(complaints).to.deep.equal([]);
    });
  });
