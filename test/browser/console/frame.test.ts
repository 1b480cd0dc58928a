import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { accountMessages } from '../../../widgets/text/console/account/messages.js';
import { partsMessages } from '../../../widgets/text/console/parts/messages.js';
import { closeVisits, keepPicture, visit } from '../../support/browser.js';
import { rulesBroken } from '../../support/looks.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { answerWith, meOfAll } from './stub-me.js';

const organisation = '/v1/organisations/m00000000001';
const now = new Date().toISOString();
const answers = {
  'GET /v1/me': meOfAll,
  [`GET ${organisation}`]: {
    id: 'm00000000001',
    kind: 'merchant',
    name: 'Yunling Cooperative 云岭合作社',
    country: 'CN',
  },
  [`GET ${organisation}/members`]: {
    items: [
      { personId: 'p1', name: 'Li Mei', email: 'mei@example.org', role: 'owner', since: now },
      { personId: 'p2', name: '王磊', email: 'wang@example.org', role: 'viewer', since: now },
    ],
  },
  [`GET ${organisation}/invitations`]: {
    items: [{ id: 'i1', email: 'new@example.org', role: 'editor', expiresAt: now }],
  },
  [`GET ${organisation}/keys`]: {
    items: [{ id: 'k1', name: 'ERP', hint: 'kc_key_3f9a', scopes: ['items:read', 'money:read'], createdAt: now }],
  },
  'GET /v1/audit-trail': {
    items: [
      {
        id: '9',
        at: now,
        actor: { kind: 'person', name: 'mei@example.org', ip: '203.0.113.7' },
        action: 'changed',
        subject: { table: 'members', id: 'p2' },
        before: { role: 'editor' },
        after: { role: 'viewer' },
      },
      {
        id: '8',
        at: now,
        actor: { kind: 'person', name: 'mei@example.org', ip: '203.0.113.7' },
        action: 'created',
        subject: { table: 'giving_rules', id: '4' },
        after: {
          id: 4,
          shop_id: 's00000000001',
          title: 'Wildflower honey 野花蜂蜜',
          share: { kind: 'perOrder', amount: '1.00' },
          cap: 500000,
          valid_from: '2026-11-25T12:00:07.123456+00:00',
        },
        amounts: { after: { share: { amount: '1.00', currency: 'CNY' }, cap: { amount: '5000.00', currency: 'CNY' } } },
      },
      {
        id: '7',
        at: now,
        actor: { kind: 'system', name: 'kindcast_server' },
        action: 'changed',
        subject: { table: 'organisations', id: 'm00000000001' },
        before: { name: 'Yunling' },
        after: { name: 'Yunling Cooperative' },
      },
    ],
  },
  'GET /auth/passkey/list-user-passkeys': [{ id: 'k', name: 'Phone', createdAt: now }],
  'GET /v1/me/sessions': {
    items: [{ id: 's1', current: true, lastUsedAt: now, ip: '203.0.113.7', agent: 'Mozilla/5.0 (Windows) Chrome/140' }],
  },
};

const screens: Record<string, string> = {
  'sign-in': '/console/sign-in',
  'sign-up': '/console/sign-up',
  welcome: '/console/welcome',
  parts: '/console/parts',
  members: '/console/m00000000001/organisation',
  about: '/console/m00000000001/organisation/about',
  keys: '/console/m00000000001/organisation/keys',
  trail: '/console/m00000000001/organisation/trail',
  account: '/console/account',
};

describe('the console, in its frame', function () {
  this.timeout(240_000);
  let kindcast: Kindcast;
  before(async () => (kindcast = await startKindcast()));
  after(async () => {
    await closeVisits();
    await kindcast.stop();
  });

  async function open(
    options: Parameters<typeof visit>[1],
    path: string,
  ): Promise<{ page: Page; complaints: string[] }> {
    const { page, complaints } = await visit(`${kindcast.url}/healthz`, { reducedMotion: 'reduce', ...options });
    await answerWith(page, answers);
    await page.goto(kindcast.url + path);
    await page.waitForSelector('h1');
    return { page, complaints };
  }

  for (const [lang, viewport] of [
    ['zh-CN', { width: 390, height: 844 }],
    ['en', { width: 1280, height: 860 }],
  ] as const)
    it(`breaks no rule on any screen, light or dark, ${lang} at ${viewport.width} px`, async () => {
      const { page, complaints } = await open({ viewport, locale: lang }, '/console/sign-in');
      const faults: string[] = [];
      for (const [name, path] of Object.entries(screens)) {
        await page.goto(kindcast.url + path);
        await page.waitForSelector('h1');
        await page.waitForFunction(() => !document.querySelector('kc-console main .skeleton[role=status]:only-child'));
        for (const scheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
          await keepPicture(page, `console-${name}-${viewport.width}-${lang}-${scheme}`, { fullPage: true });
          faults.push(...(await rulesBroken(page)).map((rule) => `${name} ${scheme}: ${rule}`));
        }
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (wide > 0) faults.push(`${name}: ${wide} px too wide`);
      }
      expect(faults).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
    });

  it('asks once before another browser is signed out', async () => {
    const { page } = await open({ locale: 'en' }, '/console/sign-in');
    const words = accountMessages.en;
    const there = { id: 's2', current: false, lastUsedAt: now, agent: 'Mozilla/5.0 (iPhone) Safari/605' };
    await answerWith(page, {
      ...answers,
      'GET /v1/me/sessions': { items: [...answers['GET /v1/me/sessions'].items, there] },
      'DELETE /v1/me/sessions/s2': 204,
    });
    const ended: string[] = [];
    page.on('request', (request) => request.method() === 'DELETE' && ended.push(new URL(request.url()).pathname));
    await page.goto(kindcast.url + screens.account!);
    const answer = async (name: string) => {
      await page.getByRole('button', { name: words.endSession, exact: true }).click();
      const dialog = page.locator('wa-dialog');
      await dialog.getByText(words.endSessionText).waitFor();
      await keepPicture(page, 'console-end-session');
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await answer(partsMessages.en.cancel);
    expect(ended).to.deep.equal([]);
    await answer(words.endSession);
    await page.locator('.toast', { hasText: words.sessionEnded }).waitFor();
    expect(ended).to.deep.equal(['/v1/me/sessions/s2']);
  });

  it('shows the first rows of a long list, and more when asked', async () => {
    const { page } = await open({ locale: 'en', viewport: { width: 390, height: 844 } }, '/console/sign-in');
    const people = Array.from({ length: 30 }, (_, at) => ({
      personId: `p${at}`,
      name: `Person ${at}`,
      email: `p${at}@example.org`,
      role: 'viewer',
      since: now,
    }));
    await answerWith(page, { ...answers, [`GET ${organisation}/members`]: { items: people } });
    await page.goto(kindcast.url + screens.members!);
    const members = page.locator('kc-table[name=members]');
    await members.getByText('Person 24').waitFor();
    expect(await members.locator('tbody tr').count()).to.equal(25);
    await members.getByRole('button', { name: partsMessages.en.loadMore }).click();
    await members.getByText('Person 29').waitFor();
    expect(await members.getByRole('button', { name: partsMessages.en.loadMore }).count()).to.equal(0);
  });

  it('saves every list of records as a file, those without a search too, and tells the trail in words', async () => {
    const { page } = await open({ locale: 'en' }, screens.members!);
    const saved = async (place: number) => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: partsMessages.en.exportCsv }).nth(place).click();
      return readFile(await (await download).path(), 'utf8');
    };
    expect(await saved(0)).to.contain('Li Mei,mei@example.org,Owner');
    expect(await saved(1)).to.contain('new@example.org,Editor');
    await page.goto(kindcast.url + screens.keys!);
    expect(await saved(0)).to.contain('ERP,kc_key_3f9a');
    await page.goto(kindcast.url + screens.trail!);
    const trail = await saved(0);
    expect(trail).to.contain('Changed: member “王磊”').and.to.contain('Role: Editor → Viewer');
    expect(trail).to.contain('CN¥1.00 for each order').and.to.contain('CN¥5,000.00');
    expect(trail)
      .to.contain('Kindcast,')
      .and.not.to.match(/500000|shop_id|perOrder|123456|kindcast_server/);
  });
});
