import { expect } from 'chai';
import type express from 'express';
import { serverScreen } from '../../../server/pages/server-screen.js';
import { thanksPage } from '../../../server/pages/thanks-page.js';
import type { GiftStage, Thanks } from '../../../widgets/feed/thanks-wire.js';
import { moneyWords } from '../../../widgets/money/money-words.js';

const screen = serverScreen({ query: {}, headers: { 'accept-language': 'en' } } as unknown as express.Request);
const gift = (projectId: string, amount: string, state: GiftStage) => ({
  projectId,
  title: `Project ${projectId}`,
  charity: { id: 'c', name: 'Charity' },
  amount: { amount, currency: 'CNY' },
  state,
});
const written = (gifts: Thanks['gifts']) =>
  thanksPage(
    screen,
    {
      shop: { id: 's', title: 'Shop' },
      at: '2026-11-25T12:00:00Z',
      standing: 'paid',
      gifts,
      totals: [{ amount: '4.25', currency: 'CNY' }],
    },
    'the-key',
  ).replaceAll(/\s+/g, ' ');

describe("a buyer's page as the server writes it", () => {
  for (const [state, past] of [
    ['pledged', 0],
    ['confirmed', 1],
    ['paid', 2],
  ] as const)
    it(`shows a ${state} gift at its stop of the way`, () => {
      const page = written([gift('a', '4.25', state)]);
      expect(page.match(/aria-current="step"[^>]*>.*?<\/li>/)?.[0]).to.contain(`</i>${moneyWords.en[state].label}`);
      expect(page.match(/class="stop past"/g)?.length ?? 0).to.equal(past);
      expect(page).to.contain(moneyWords.en[state].means);
    });

  it('lets gifts travel apart that have come differently far', () => {
    const page = written([gift('a', '1.00', 'paid'), gift('b', '2.00', 'pledged'), gift('c', '1.25', 'pledged')]);
    expect(page.match(/class="card parcel \w+"/g)).to.deep.equal([
      'class="card parcel pledged"',
      'class="card parcel paid"',
    ]);
    const [, pledged, paid] = page.split('class="card parcel');
    expect(pledged).to.contain('Project b').and.contain('Project c').and.not.contain('Project a');
    expect(paid).to.contain('Project a');
  });

  it('keeps the key in the link to the other language, and nowhere else', () => {
    const page = written([gift('a', '4.25', 'pledged')]);
    expect(page.match(/the-key/g)).to.have.length(1);
    expect(page).to.contain('href="?key=the-key&amp;lang=zh-CN"');
  });
});
