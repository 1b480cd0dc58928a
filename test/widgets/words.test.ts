import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { unitWords } from '../../widgets/text/impact-unit.js';
import { bookChecks } from '../../server/app.js';
import { checkSentences } from '../../widgets/text/console/operator/check-sentences.js';
import { formatCountry } from '../../widgets/text/format-country.js';

/** Every text of a language by its path; a text with values in it as it reads with `{0}`, `{1}` … in their places. */
function textsOf(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words === 'function') {
    const sentence = words as (...values: unknown[]) => unknown;
    return textsOf(sentence(...Array.from({ length: sentence.length }, (_, at) => `{${at}}`)), path);
  }
  return new Map(Object.entries(words as object).flatMap(([key, value]) => [...textsOf(value, `${path}.${key}`)]));
}

/** Found, so that no area can be forgotten. */
function filesNamed(name: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === name);
}

const folder = path.resolve(import.meta.dirname, '../../widgets/text');

/** The words of an area of the screens, of which each has a file a language. */
async function wordsOf(file: string): Promise<Map<string, string>> {
  const said: unknown[] = Object.values((await import(path.join(folder, file))) as object);
  expect(said, file).to.have.length(1);
  return textsOf(said[0]);
}

/** Written the same in both languages, whichever it is; a test gift on the stream is called so in both at once. */
const own = new Set(['.brand', '.languageName', '.otherLanguageName', '.test']);
const chinese = /\p{Script=Han}/u;
/** Has words of its own: not only values and signs between them, and not just the name of a thing that has no other. */
const hasWords = (text: string) => /\p{L}/u.test(text.replaceAll(/\{\d\}|\b(Cookie|JSON|API|URL|CSV)\b/g, ''));
const values = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].toSorted();

for (const english of filesNamed('en.ts'))
  describe(`the words of the screens, ${english}`, () => {
    let en: Map<string, string>;
    let zh: Map<string, string>;
    before(async () => {
      en = await wordsOf(english);
      zh = await wordsOf(english.replace(/en\.ts$/, 'zh-cn.ts'));
    });

    it('are complete and equal: the same texts in both languages, none of them empty', () => {
      expect([...en.keys()].toSorted()).to.deep.equal([...zh.keys()].toSorted());
      for (const [where, text] of [...en, ...zh]) expect(text.trim(), where).not.to.equal('');
    });

    it('say every value in both languages', () => {
      for (const [where, text] of zh) {
        const [inEnglish, inChinese] = [values(en.get(where)!), values(text)];
        expect(inEnglish, where).to.deep.equal(inChinese);
      }
    });

    it('are in their language: Chinese has Chinese in every text, English in none', () => {
      for (const [where, text] of zh) if (!own.has(where) && hasWords(text)) expect(text, where).to.match(chinese);
      for (const [where, text] of en) if (!own.has(where)) expect(text, where).not.to.match(chinese);
    });
  });

describe('the sentences of book checks', () => {
  it('are there in Chinese for each', () => {
    expect(Object.keys(checkSentences).toSorted()).to.deep.equal(bookChecks.map(({ name }) => name).toSorted());
  });
});

describe('words that are made', () => {
  it('put an English unit into the plural, and leave alone what they do not understand', () => {
    const many = (unit: string) => unitWords(unit, 34n, 'en');
    expect(unitWords('school lunch', 1n, 'en')).to.equal('school lunch');
    expect(many('school lunch')).to.equal('school lunches');
    expect(many('school lunches')).to.equal('school lunches');
    expect(many('meal')).to.equal('meals');
    expect(many('pair of glasses')).to.equal('pairs of glasses');
    expect(many('day of care for a child')).to.equal('days of care for a child');
    expect(many('library')).to.equal('libraries');
    expect(many('child')).to.equal('children');
    expect(many('学校午餐')).to.equal('学校午餐');
    expect(unitWords('school lunch', 34n, 'zh-CN')).to.equal('school lunch');
  });

  it('name countries in the language of the reader', () => {
    expect(formatCountry('CN', 'en')).to.equal('China');
    expect(formatCountry('CN', 'zh-CN')).to.equal('中国');
  });
});
