import { expect } from 'chai';
import type { Role } from '../../../server/http/access.js';
import { ask, memberOf } from '../../support/members.js';
import { startKindcast, type Answer, type Kindcast } from '../../support/start-kindcast.js';
import { tellStory } from '../../support/tell-story.js';

describe('what a charity sees of the money for it', () => {
  let kindcast: Kindcast;
  let charity: string;
  let another: string;
  let projects: Answer[];
  before(async () => {
    kindcast = await startKindcast();
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
    projects = (await kindcast.call('GET', '/v1/projects')).items;
    charity = projects[0].charityId;
    another = (await kindcast.call('POST', '/v1/charities', { name: 'Another' })).id;
  });
  after(() => kindcast.stop());

  const as = async (role: Role, method: string, path: string, body?: unknown, of = charity) =>
    ask(kindcast, (await memberOf(kindcast, of, role)).cookie, method, path, body);
  const project = (title: string) => projects.find((each) => each.title === title);

  it('is what the public totals of its projects say, and what the books hold', async () => {
    const { body } = await as('viewer', 'GET', `/v1/charities/${charity}/money`);
    for (const { id } of projects) {
      const [total] = (await kindcast.call('GET', `/v1/projects/${id}/totals`)).totals;
      const own = body.projects.find((each: Answer) => each.projectId === id);
      expect(own).to.deep.include({ pledged: total.pledged, confirmed: total.confirmed, given: total.given });
    }
    const books = await kindcast.testDatabase.asOwner(async (client) => {
      await client.query(`SELECT set_config('kindcast.operator', 'on', false)`);
      const { rows } = await client.query(`SELECT (sum(pledged) / 100)::numeric(12, 2)::text AS pledged FROM gifts`);
      return rows[0].pledged;
    });
    expect(body.totals).to.deep.equal([
      { currency: 'CNY', given: books, pledged: books, confirmed: '0.00', onTheWay: '0.00', received: '0.00' },
    ]);
    expect(books).to.equal('13.01');
  });

  it('comes from shops and sessions that add up to the same', async () => {
    const { body } = await as('viewer', 'GET', `/v1/charities/${charity}/givers`);
    expect(body.shops).to.have.length(1);
    expect(body.shops[0]).to.include({ given: '13.01', currency: 'CNY' });
    expect(body.shops[0].merchant.name).to.contain('Yunling');
  });

  it('is listed gift by gift, with what was taken back, and pages to the end', async () => {
    const all: Answer[] = [];
    for (let next = ''; ;) {
      const { body } = await as('viewer', 'GET', `/v1/charities/${charity}/gifts?limit=2${next}`);
      all.push(...body.items);
      if (!body.nextCursor) break;
      next = `&cursor=${body.nextCursor}`;
    }
    const sum = all.reduce(
      (minor, { change, amount }) => minor + (change === 'pledged' ? 1n : -1n) * BigInt(amount.amount.replace('.', '')),
      0n,
    );
    expect(sum).to.equal(1301n);
    expect(new Set(all.map(({ id }) => id)).size).to.equal(all.length);
    expect(all.some(({ change }) => change === 'reversed')).to.equal(true);
    expect(all[0].merchant).to.contain('Yunling');
    expect(all[0].item).to.match(/honey|tea|\d/);
    expect(JSON.stringify(all)).not.to.contain('o-1');
  });

  it('belongs to it alone', async () => {
    const { id } = await kindcast.call('POST', '/v1/charities', { name: 'Another' });
    for (const what of ['money', 'givers', 'gifts', 'reports-due'])
      expect((await as('owner', 'GET', `/v1/charities/${charity}/${what}`, undefined, id)).status).to.equal(404);
    const { body } = await as('owner', 'GET', `/v1/charities/${id}/gifts`, undefined, id);
    expect(body.items).to.deep.equal([]);
  });

  describe('projects', () => {
    it('change as their charity likes while nobody has given', async () => {
      const made = await as('editor', 'POST', '/v1/projects', { charityId: charity, title: 'Lamps', currency: 'CNY' });
      const changed = await as('editor', 'PUT', `/v1/projects/${made.body.id}`, {
        title: 'Lamps for schools',
        goal: { amount: '100.00', currency: 'CNY' },
        impact: { unit: 'lamps', cost: { amount: '5.00', currency: 'CNY' } },
      });
      expect(changed.body).to.include({ title: 'Lamps for schools' });
      const snapshot = await kindcast.call('GET', `/v1/projects/${made.body.id}/totals`);
      expect(snapshot.goal).to.deep.equal({ amount: '100.00', currency: 'CNY' });
      const foreign = await as('editor', 'PUT', `/v1/projects/${made.body.id}`, { title: 'Mine' }, another);
      expect(foreign.status).to.equal(404);
      expect((await as('viewer', 'PUT', `/v1/projects/${made.body.id}`, { title: 'Mine' })).status).to.equal(403);
    });

    it('keep what people gave for, and say so', async () => {
      const { id, title } = project('well');
      const put = (body: object) => as('editor', 'PUT', `/v1/projects/${id}`, { title, ...body });
      const cny = (amount: string) => ({ amount, currency: 'CNY' });
      expect((await put({ title: 'Something else' })).body.errors[0]).to.include({ path: 'title' });
      expect((await put({ currency: 'USD' })).body.errors[0].path).to.equal('currency');
      expect((await put({ goal: cny('100.00') })).status).to.equal(200);
      expect((await put({ goal: cny('50.00') })).body.errors[0].message).to.match(/only be raised/);
      expect((await put({})).body.errors[0].path).to.equal('goal');
      expect((await put({ goal: cny('200.00') })).status).to.equal(200);
    });

    it('leave the lists and come back', async () => {
      const { id } = project('school-lunch');
      const listed = async (query = '') =>
        (await kindcast.call('GET', `/v1/projects?charityId=${charity}${query}`)).items.some(
          (each: Answer) => each.id === id,
        );
      await as('editor', 'POST', `/v1/projects/${id}/archive`, {});
      expect(await listed()).to.equal(false);
      expect(await listed('&archived=true')).to.equal(true);
      await as('editor', 'POST', `/v1/projects/${id}/restore`, {});
      expect(await listed()).to.equal(true);
    });

    it('tell what became of the money, and when the next word is due', async () => {
      const { id } = project('well');
      const due = async () =>
        (await as('viewer', 'GET', `/v1/charities/${charity}/reports-due`)).body.items.find(
          (each: Answer) => each.projectId === id,
        );
      const before = await due();
      expect(before).to.include({ overdue: false, everyMonths: 3 });
      const report = {
        title: 'The first well',
        body: 'It is 12 m deep.\n\nWater since Monday.',
        period: { from: '2026-01-01', until: '2026-03-31' },
      };
      const wrong = { ...report, period: { from: '2026-03-31', until: '2026-01-01' } };
      expect((await as('editor', 'POST', `/v1/projects/${id}/reports`, wrong)).body.errors[0].path).to.equal(
        'period.until',
      );
      expect((await as('viewer', 'POST', `/v1/projects/${id}/reports`, report)).status).to.equal(403);
      expect((await as('editor', 'POST', `/v1/projects/${id}/reports`, report, another)).status).to.equal(404);
      expect((await as('editor', 'POST', `/v1/projects/${id}/reports`, report)).status).to.equal(201);
      const [published] = (await ask(kindcast, '', 'GET', `/v1/projects/${id}/reports`)).body.items;
      expect(published).to.deep.include({ title: 'The first well', period: report.period });
      const after = await due();
      expect(Date.parse(after.dueAt)).to.be.greaterThan(Date.parse(before.dueAt));
      expect(after.lastPublishedAt).to.equal(published.publishedAt);
      const page = await (await fetch(`${kindcast.url}/projects/${id}`)).text();
      expect(page).to.contain('The first well').and.to.contain('Water since Monday.');
    });
  });
});
