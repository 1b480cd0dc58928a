import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { PictureDesk } from '../../../server/pages/picture/picture-desk.js';
import { PictureFont } from '../../../server/pages/picture/picture-font.js';
import { breakLines, readLetters, textWidth } from '../../../server/pages/picture/set-text.js';
import { sell } from '../../support/sell.js';
import { liveThroughAnHour, lunches, settlePublicly } from '../../browser/public-village.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import type { Village } from '../../support/village.js';

const output = path.resolve(import.meta.dirname, '../../output');

describe('the pictures for links', function () {
  this.timeout(60_000);
  let kindcast: Kindcast;
  let village: Village;
  before(async () => {
    kindcast = await startKindcast();
    village = await settlePublicly(kindcast);
    await liveThroughAnHour(kindcast, village);
  });
  after(() => kindcast.stop());

  async function picture(address: string, name?: string) {
    const answer = await fetch(kindcast.url + address);
    const bytes = Buffer.from(await answer.arrayBuffer());
    mkdirSync(output, { recursive: true });
    if (name) writeFileSync(path.join(output, `${name}.png`), bytes);
    return { answer, bytes };
  }
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
  const other = async (title: string) =>
    (await kindcast.call('POST', '/v1/sessions', { title, streamer: 'Li', shopIds: [village.shopId] })).id as string;

  it('are PNGs of 1200 × 630 that say title, total and goal in the language asked for', async () => {
    const drawn: Buffer[] = [];
    for (const lang of ['zh-CN', 'en'])
      for (const [kind, id] of [
        ['sessions', village.session.id],
        ['projects', village.projects[lunches]],
      ]) {
        const { answer, bytes } = await picture(`/${kind}/${id}/picture.png?lang=${lang}`, `picture-${kind}-${lang}`);
        expect(answer.status).to.equal(200);
        expect(answer.headers.get('content-type')).to.equal('image/png');
        expect(answer.headers.get('cache-control')).to.equal('public, max-age=60');
        expect(answer.headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
        expect(bytes.subarray(1, 4).toString()).to.equal('PNG');
        expect(sizeOf(bytes)).to.deep.equal([1200, 630]);
        expect(bytes.length).to.be.within(20_000, 150_000);
        drawn.push(bytes);
      }
    expect(new Set(drawn.map((png) => png.toString('base64'))).size).to.equal(4);
  });

  it('differ by their titles, and are the same for the same', async () => {
    const [one, same, another] = await Promise.all(['蜂蜜直播', '蜂蜜直播', '茶叶直播'].map(other));
    const draw = async (id: string | undefined) => (await picture(`/sessions/${id}/picture.png?lang=en`)).bytes;
    expect((await draw(one)).equals(await draw(same))).to.equal(true);
    expect((await draw(one)).equals(await draw(another))).to.equal(false);
  });

  it('are named in the pages, with their size and in words', async () => {
    const page = await (await fetch(`${kindcast.url}/sessions/${village.session.id}?lang=en`)).text();
    const told = (property: string) => new RegExp(`"${property}" content="([^"]*)"`).exec(page)?.[1];
    expect(told('og:image:width')).to.equal('1200');
    expect(told('og:image:height')).to.equal('630');
    expect(told('og:image:alt')).to.equal('云岭蜂蜜助农直播 · Honey from Yunling, live: CN¥12,345.60');
    expect(told('twitter:card')).to.equal('summary_large_image');
    const address = new URL(told('og:image')!.replaceAll('&amp;', '&'));
    expect(address.origin).to.equal('http://kindcast.test');
    expect((await picture(address.pathname + address.search)).answer.status).to.equal(200);
  });

  it('survive whatever a title holds', async () => {
    const titles = [
      `<svg onload=alert(1)>"&amp;</svg>`,
      '🎉🎉🎉👨‍👩‍👧',
      'مرحبا नमस्ते สวัสดี',
      'W'.repeat(200),
      '很'.repeat(200),
      'a\u0301\u200d\u200f x',
    ];
    for (const [number, title] of titles.entries()) {
      const { answer, bytes } = await picture(`/sessions/${await other(title)}/picture.png`, `picture-odd-${number}`);
      expect(answer.status, title).to.equal(200);
      expect(sizeOf(bytes)).to.deep.equal([1200, 630]);
    }
  });

  it('are drawn once for a crowd, and anew for a new total only after a minute', async () => {
    const address = `/projects/${village.projects[lunches]}/picture.png?lang=en`;
    const crowd = await Promise.all(Array.from({ length: 30 }, () => picture(address)));
    expect(new Set(crowd.map(({ bytes }) => bytes.toString('base64'))).size).to.equal(1);
    await sell(village);
    expect((await picture(`${address}&v=another`)).bytes.equals(crowd[0]!.bytes)).to.equal(true);
  });

  it('make those wait who ask for too many', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, (_, at) => other(`Live ${at}`)));
    const answers = await Promise.all(ids.map((id) => picture(`/sessions/${id}/picture.png`)));
    const statuses = answers.map(({ answer }) => answer.status);
    expect(new Set(statuses)).to.deep.equal(new Set([200, 503]));
    expect(statuses.filter((status) => status === 200).length).to.be.at.least(20);
    const refused = answers.find(({ answer }) => answer.status === 503)!;
    expect(refused.answer.headers.get('retry-after')).to.equal('10');
    expect(JSON.parse(refused.bytes.toString()).title).to.match(/^Too many pictures/);
  });

  it('of nobody are not there', async () => {
    expect((await picture('/sessions/nobody/picture.png')).answer.status).to.equal(404);
    expect((await picture('/projects/nobody/picture.png')).answer.status).to.equal(404);
  });

  it('are shown older rather than not at all when many wait', async () => {
    const desk = new PictureDesk();
    const words = () => ({ brand: 'K', title: 'T', label: 'L', total: [{ small: false, text: '1' }], who: 'W' });
    const first = await desk.get({ name: 'topic', seq: 1, words });
    expect(await desk.get({ name: 'topic', seq: 2, words })).to.equal(first);
  });
});

describe('the lines of a picture', () => {
  const font = new PictureFont();
  const lines = async (text: string, ems: number, max: number) => {
    const letters = await readLetters(font, `${text}…`, 700);
    letters.characters.pop();
    const broken = breakLines(letters, 10, ems * 10, max);
    for (const line of broken) expect(textWidth(line, 10)).to.be.at.most(ems * 10 + 0.001);
    return broken.map(({ characters }) => characters.join(''));
  };

  it('break between words, and anywhere in Chinese, but never before its punctuation', async () => {
    expect(await lines('Honey from Yunling', 6, 3)).to.deep.equal(['Honey from', 'Yunling']);
    expect(await lines('云岭蜂蜜，助农直播', 4, 3)).to.deep.equal(['云岭蜂', '蜜，助农', '直播']);
  });

  it('end in … when there is more, and break a word that is wider than a line', async () => {
    expect(await lines('云岭蜂蜜助农直播间', 4, 2)).to.deep.equal(['云岭蜂蜜', '助农直…']);
    expect(await lines('mmmmmmmmmm', 4, 9)).to.have.length.greaterThan(1);
  });

  it('know letters that the font has only without accents, and drop what nobody can draw', async () => {
    expect((await lines('Ćevapčići 🎉', 20, 1)).join('')).to.equal('Cevapcici');
  });
});
