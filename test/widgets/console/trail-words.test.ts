import { expect } from 'chai';
import { actorOf, changesOf, deedOf, type TrailEntry } from '../../../widgets/console/organisation/trail-words.js';

const entry = (more: Partial<TrailEntry>): TrailEntry => ({
  id: '1',
  at: '2026-11-25T12:00:00.000Z',
  actor: { kind: 'person', name: 'mei@example.org' },
  action: 'changed',
  subject: { table: 'projects', id: 'p1' },
  ...more,
});
const lines = (more: Partial<TrailEntry>, lang: 'en' | 'zh-CN' = 'en') =>
  changesOf(entry(more), lang).map(({ name, from, to }) => `${name}: ${from} > ${to}`);

describe('the trail of changes in words', () => {
  it('tells amounts as the server does, in their own currency, and never in minor units', () => {
    const goal = { goal: 5_000_000, impact_cost: 400, currency: 'CNY' };
    const amounts = {
      after: { goal: { amount: '50000.00', currency: 'CNY' }, impact_cost: { amount: '4.00', currency: 'CNY' } },
    };
    expect(lines({ action: 'created', after: goal, amounts }, 'zh-CN')).to.deep.equal([
      '目标:  > ¥50,000.00',
      '每份费用:  > ¥4.00',
      '币种:  > CNY',
    ]);
    // Whose currency is not known is told without its figure.
    expect(lines({ before: { cap: 400 }, after: { cap: 500 } }).join()).not.to.match(/\d/);
  });

  it('tells a rule as a sentence, its times where the reader is, and nothing of our own numbering', () => {
    const after = {
      rule: 4,
      position: 1,
      shop_id: 's1',
      share: { kind: 'perOrder', amount: '1.00' },
      valid_from: '2026-11-25T12:00:07.123456+00:00',
      weight: 2,
    };
    const said = lines({
      action: 'created',
      after,
      amounts: { after: { share: { amount: '1.00', currency: 'CNY' } } },
    });
    expect(said).to.have.length(3);
    expect(said[0]).to.equal('Gives:  > CN¥1.00 for each order');
    expect(said[1]).to.match(/^Holds from: {2}> \D*\d+.*2026.*\d\d:\d\d$/);
    expect(said[2]).to.equal('Its part:  > 2 parts');
    const percent = { share: { kind: 'percent', value: '5.5' }, projects: [{ weight: 3 }, { weight: 1 }] };
    expect(lines({ after: percent }, 'zh-CN')).to.deep.equal([
      '捐赠比例:  > 价格的 5.5%',
      '受赠项目:  > 2 个项目，比例 3 : 1',
    ]);
  });

  it('tells states, events, rights and secrets in words, and a column it does not know by its own name', () => {
    const before = { role: 'editor', state: 'denied', webhook_secret: 'secret', some_new_column: 'x' };
    const after = { role: 'viewer', state: 'allowed', webhook_secret: 'another secret', some_new_column: 'y' };
    expect(lines({ before, after })).to.deep.equal([
      'Role: Editor > Viewer',
      'State: Not allowed > Allowed',
      'Secret of the shop: set, never shown > a new one, never shown',
      'some_new_column: x > y',
    ]);
    expect(lines({ after: { scopes: ['items:write'], events: ['gift.pledged'], toString: 'a' } })).to.deep.equal([
      'May do:  > Charity items and their rules (Change)',
      'Events:  > New gift',
      'toString:  > a',
    ]);
  });

  it('calls things by their names, people by theirs, and no number in their place', () => {
    const rule = { subject: { table: 'giving_rules', id: '4' }, after: { title: 'Wildflower honey' } };
    expect(deedOf(entry({ ...rule, action: 'created' }), 'en')).to.equal('Made: rule of an item “Wildflower honey”');
    const part = { subject: { table: 'giving_rule_projects', id: '4/1' }, after: { weight: 1 } };
    expect(deedOf(entry({ ...part, action: 'created' }), 'en')).to.equal('Made: project of a rule');
    const member = entry({ subject: { table: 'members', id: 'm1/p2' }, after: { role: 'viewer' } });
    expect(deedOf(member, 'en', new Map([['p2', 'Wang Lei']]))).to.equal('Changed: member “Wang Lei”');
  });

  it('says who acted, where nobody signed in did', () => {
    const by = (kind: string, name: string) => actorOf(entry({ actor: { kind, name } }), 'en');
    expect(by('system', 'kindcast_people')).to.equal('Kindcast');
    expect(by('system', 'the demo')).to.equal('The demo');
    expect(by('person', 'mei@example.org')).to.equal('mei@example.org');
  });
});
