import { expect } from 'chai';
import { asTold, draftOf, emptyDraft, wrongIn } from '../../../widgets/console/streamer/session-draft.js';
import { hostName } from '../../../widgets/console/streamer/host-name.js';
import { SayNext } from '../../../widgets/console/streamer/desk/say-next.js';
import type { ScriptLine } from '../../../widgets/console/streamer/host-api.js';
import { streamerMessages } from '../../../widgets/text/console/streamer/messages.js';

const shop = { id: 's1', domain: 'a.test', currency: 'CNY', merchant: { id: 'm', name: 'M' }, hostId: 'h', items: 1 };

describe('the forms of hosts', () => {
  for (const [typed, named] of [
    ['my-shop.myshopify.com', 'my-shop.myshopify.com'],
    [' https://My-Shop.myshopify.com/collections/all?x=1 ', 'my-shop.myshopify.com'],
    ['my-shop.myshopify.com/products/honey', 'my-shop.myshopify.com'],
    ['no address at all', 'no address at all'],
  ] as const)
    it(`take ${typed} for ${named}`, () => expect(hostName(typed)).to.equal(named));

  it('choose the only shop there is, and leave out what was left empty', () => {
    const draft = { ...emptyDraft('Li Mei', [shop]), title: ' Honey ' };
    expect(asTold(draft, undefined)).to.deep.equal({ title: 'Honey', streamer: 'Li Mei', shopIds: ['s1'] });
  });

  it('read amounts as people write them, and say what is none', () => {
    const draft = { ...emptyDraft('Li Mei', [shop]), title: 'Honey', goal: '¥ 5,000' };
    expect(asTold(draft, undefined).goal).to.deep.equal({ amount: '5000', currency: 'CNY' });
    const own = streamerMessages.en;
    expect(wrongIn({ ...draft, goal: 'lots' }, own)).to.deep.equal({ goal: own.goalPlain });
    expect(wrongIn({ ...draft, title: ' ', shopIds: [] }, own)).to.deep.equal({
      title: own.needsTitle,
      shopIds: own.needsShop,
    });
  });

  it('keep what they have no field for', () => {
    const session = {
      id: 'x',
      title: 'Honey',
      streamer: 'Li Mei',
      shopIds: ['s1'],
      given: [],
      status: 'scheduled' as const,
      pageUrl: '',
      createdAt: '',
      scheduledFor: '2026-12-24T12:00:00.000Z',
      provider: 'twitch',
      channel: 'mei',
    };
    expect(asTold(draftOf(session), session)).to.deep.equal({
      title: 'Honey',
      streamer: 'Li Mei',
      shopIds: ['s1'],
      scheduledFor: '2026-12-24T12:00:00.000Z',
      provider: 'twitch',
      channel: 'mei',
    });
  });
});

describe('what to say next', () => {
  const line = (id: string, kind: ScriptLine['kind'] = 'item'): ScriptLine => ({
    id,
    kind,
    words: { en: id, 'zh-CN': id },
  });

  it('stays until the host moves on, and only announces news', () => {
    const say = new SayNext();
    say.take([line('a'), line('b')]);
    expect(say.line?.id).to.equal('a');
    say.take([line('thanks', 'thanks'), line('a'), line('b')]);
    expect([say.line?.id, say.hasNews]).to.deep.equal(['a', true]);
    say.next();
    expect([say.line?.id, say.hasNews]).to.deep.equal(['thanks', false]);
    say.next();
    expect(say.line?.id).to.equal('a');
    say.previous();
    say.previous();
    expect(say.line?.id).to.equal('b');
  });

  it('goes when it is no longer true', () => {
    const say = new SayNext();
    say.take([line('near', 'milestone'), line('b')]);
    say.take([line('b'), line('c')]);
    expect(say.line?.id).to.equal('b');
    say.take([]);
    expect(say.line).to.equal(undefined);
    say.next();
    expect(say.count).to.equal(0);
  });
});
