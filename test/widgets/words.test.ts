import { expect } from 'chai';
import { en } from '../../widgets/text/en.js';
import { zhCN } from '../../widgets/text/zh-cn.js';
import { unitWords } from '../../widgets/text/impact-unit.js';
import { formatCountry } from '../../widgets/text/format-country.js';

/** Every text of a language by its path; a text with values in it as it reads with `{0}`, `{1}` … in their places. */
function textsOf(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words === 'function') {
    const sentence = words as (...values: unknown[]) => string;
    return new Map([[path, sentence(...Array.from({ length: sentence.length }, (_, at) => `{${at}}`))]]);
  }
  return new Map(Object.entries(words as object).flatMap(([key, value]) => [...textsOf(value, `${path}.${key}`)]));
}

const languages = { en: textsOf(en), 'zh-CN': textsOf(zhCN) };

describe('the words of the screens', () => {
  it('are complete and equal: the same texts in both languages, none of them empty', () => {
    expect([...languages.en.keys()].toSorted()).to.deep.equal([...languages['zh-CN'].keys()].toSorted());
    for (const [lang, texts] of Object.entries(languages))
      for (const [path, text] of texts) expect(text.trim(), `${lang}${path}`).not.to.equal('');
  });

  it('say every value in both languages', () => {
    const values = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].toSorted();
    for (const [path, text] of languages['zh-CN']) {
      // The second value of a count only chooses the plural, which Chinese does not have.
      if (['.orders', '.units'].includes(path)) expect(values(text)).to.deep.equal(['{0}']);
      else expect(values(text), path).to.deep.equal(values(languages.en.get(path)!));
    }
  });

  it('are in their language: Chinese has Chinese in every text, English in none', () => {
    const own = new Set(['.brand', '.languageName', '.otherLanguageName']);
    const chinese = /\p{Script=Han}/u;
    for (const [path, text] of languages['zh-CN']) if (!own.has(path)) expect(text, path).to.match(chinese);
    for (const [path, text] of languages.en) if (!own.has(path)) expect(text, path).not.to.match(chinese);
  });

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
