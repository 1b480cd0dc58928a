import { expect } from 'chai';
import { startKindcast, type Kindcast } from '../support/start-kindcast.js';
import { tellStory } from '../support/tell-story.js';

/** What somebody with the owner's rights does to the books, the checks that must notice, and how it is undone. */
const damages = [
  {
    what: 'a gift that is more than its order says',
    sql: (more: string) => `UPDATE gifts SET pledged = pledged + ${more}`,
    noticed: ['orders-give-their-target', 'gifts-equal-transfers', 'pending-equals-gifts', 'totals-equal-gifts'],
  },
  {
    what: "a shop's total that counts an order too many",
    sql: (more: string) => `UPDATE topic_totals SET orders = orders + ${more} WHERE topic LIKE 'shop:%'`,
    noticed: ['totals-equal-gifts'],
  },
  {
    what: "a session's total that counts a unit too many",
    sql: (more: string) => `UPDATE topic_totals SET units = units + ${more} WHERE topic LIKE 'session:%'`,
    noticed: ['totals-equal-gifts'],
  },
  {
    what: "a project's total with money that no gift brought",
    sql: (more: string) => `UPDATE topic_totals SET pledged = pledged + ${more} WHERE topic LIKE 'project:%'`,
    noticed: ['totals-equal-gifts', 'project-splits-equal-totals'],
  },
  {
    what: 'an account that holds more than its transfers brought',
    sql: (more: string) => `UPDATE accounts SET credits = credits + ${more} WHERE kind = 'project-pending'`,
    noticed: ['balances-equal-transfers', 'currencies-net-to-zero', 'pending-equals-gifts'],
  },
];

describe('the checks of the books', () => {
  let kindcast: Kindcast;
  before(async () => {
    kindcast = await startKindcast();
    // Several lines and projects, a session, a refund and an order that is taken back as a whole.
    await tellStory(
      kindcast.url,
      `rule   honey  10%  school-lunch 60  well 40
       rule   tea    2.00/unit  well 1
       paid   o-1  honey 50.05  tea 20.00x3
       paid   o-2  tea 20.00x2
       paid   o-3  honey 12.30
       refund o-1  tea 1
       cancel o-3`,
    );
  });
  after(() => kindcast.stop());

  const failing = async () => {
    const { checks } = await kindcast.call<{ checks: { name: string; offending: unknown[] }[] }>('GET', '/v1/checks');
    return checks.filter(({ offending }) => offending.length > 0).map(({ name }) => name);
  };

  for (const { what, sql, noticed } of damages)
    it(`notice ${what}`, async () => {
      await kindcast.testDatabase.asOwner((client) => client.query(sql('1')));
      expect(await failing()).to.have.members(noticed);
      await kindcast.testDatabase.asOwner((client) => client.query(sql('-1')));
      expect(await failing()).to.deep.equal([]);
    });

  it('answer everybody who asks at the same time, while orders go on coming in', async () => {
    const story = tellStory(
      kindcast.url,
      `rule honey 10% well 1
       ${Array.from({ length: 20 }, (_, at) => `paid o-${at} honey 9.90`).join('\n')}`,
    );
    const answers = await Promise.all(Array.from({ length: 12 }, failing));
    expect(answers).to.deep.equal(answers.map(() => []));
    await story;
  });
});
