import { expect } from 'chai';
import { startKindcast, type Answer, type Kindcast } from '../support/start-kindcast.js';

describe('an address that is none', () => {
  let kindcast: Kindcast;
  before(async () => (kindcast = await startKindcast()));
  after(() => kindcast.stop());
  const open = (path: string, accept: string) => fetch(kindcast.url + path, { headers: { accept } });

  const notTheirs = ['%00', 'a%00b', '%F0%9F%8D%AF', "x'--", 'x'.repeat(65)];
  for (const page of ['/sessions/*', '/projects/*', '/sessions/*/picture.png', '/projects/*/picture.png'])
    it(`shows the page of what is missing, at ${page}`, async () => {
      for (const id of notTheirs) {
        const answer = await open(page.replace('*', id), '*/*');
        expect(answer.status, id).to.equal(404);
        expect(answer.headers.get('content-type')).to.match(/^text\/html/);
        expect(await answer.text()).to.contain('class="pitch missing"');
      }
    });

  for (const page of ['/overlay/*', '/overlay/*/studio', '/overlay/*/session-qr.png'])
    it(`shows that the link is gone, at ${page}`, async () => {
      for (const key of notTheirs) {
        const answer = await open(page.replace('*', key), 'text/html');
        expect(answer.status, key).to.equal(404);
        expect(answer.headers.get('content-type')).to.match(/^text\/html/);
        expect(answer.headers.get('cache-control')).to.equal('no-store');
      }
    });

  it('is looked up nowhere', async () => {
    await kindcast.testDatabase.whileAway(async () => {
      for (const path of ['/sessions/%00', '/projects/%00', '/overlay/%00', '/overlay/%00/studio'])
        expect((await open(path, 'text/html')).status, path).to.equal(404);
    });
  });

  for (const path of ['/sessions/%ZZ', '/projects/%', '/overlay/%ZZ/studio', '/thanks/%ZZ/1', '/v1/sessions/%ZZ/about'])
    it(`that cannot even be read is told to people as a page, to programs as a problem: ${path}`, async () => {
      const forPeople = await open(path, 'text/html');
      expect(forPeople.status).to.equal(404);
      expect(await forPeople.text()).to.contain('class="pitch missing"');
      const forPrograms = await open(path, 'application/json');
      expect(forPrograms.status).to.equal(400);
      expect(((await forPrograms.json()) as Answer).type).to.equal('urn:kindcast:problem:invalid-input');
    });
});
