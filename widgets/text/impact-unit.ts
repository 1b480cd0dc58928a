import type { Language } from './messages.js';

const irregular: Record<string, string> = {
  child: 'children',
  person: 'people',
  man: 'men',
  woman: 'women',
  foot: 'feet',
  tooth: 'teeth',
  life: 'lives',
  sheep: 'sheep',
};

/**
 * A charity writes its impact unit once, in its own language: "school lunch", "pair of glasses", "学校午餐". In English
 * sentences an English unit takes its plural; whatever we do not understand stays as it was written.
 */
export function unitWords(unit: string, n: bigint, lang: Language): string {
  if (lang !== 'en' || n === 1n || !/^[a-z][a-z' -]*$/i.test(unit)) return unit;
  // "pair of glasses": the word before the first small word that follows it.
  const [, head = unit, rest = ''] = /^(.*?)( (?:of|for|with|in|at|from|per|to)\b.*)?$/i.exec(unit) ?? [];
  return head.replace(/[a-z]+$/i, plural) + rest;
}

function plural(word: string): string {
  const known = irregular[word.toLowerCase()];
  if (known) return known;
  // "glasses", "school lunches": written in the plural already.
  if (/[^su]s$/i.test(word)) return word;
  if (/(ss|us|sh|ch|x|z)$/i.test(word)) return `${word}es`;
  if (/[^aeiou]y$/i.test(word)) return word.replace(/y$/i, 'ies');
  return `${word}s`;
}
