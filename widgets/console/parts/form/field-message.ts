import type { Language } from '../../../text/messages.js';

type Said = (figures: readonly string[]) => string;

/**
 * What the server says of a field, in Chinese. It speaks English to everybody; these are the sentences that people meet
 * most, as the server's schemas have them.
 */
const inChinese: readonly (readonly [RegExp, Said])[] = [
  [/^must not be empty$/, () => '不能为空'],
  [/^is missing\b/, () => '没有填写'],
  [/^must be an e-mail address$/, () => '请填写邮箱地址'],
  [/^must have at most (\d+) characters$/, ([most]) => `最多 ${most} 个字`],
  [/^must have at least (\d+) characters$/, ([least]) => `至少 ${least} 个字`],
  [/^must be a plain decimal number such as "([^"]+)", below a trillion$/, ([one]) => `请填写数字，例如 ${one}`],
  [/^must be a plain decimal percentage such as "([^"]+)"/, ([one]) => `请填写百分比数字，例如 ${one}`],
  [
    /^has more digits than (\w+) has \((\d+) after the decimal point\)$/,
    ([code, digits]) => (digits === '0' ? `${code} 没有小数` : `${code} 最多 ${digits} 位小数`),
  ],
  [/^must be more than zero$/, () => '必须大于零'],
  [/^must not be negative$/, () => '不能小于零'],
  [/^must be more than 0 and at most 100$/, () => '必须大于 0，最大 100'],
  [/^must be from 0 to 365 days$/, () => '请填写 0 到 365 天'],
  [/^must lie in the future$/, () => '必须是将来的时间'],
  [/^must be a time that exists$|^must be a time such as/, () => '请填写一个时间'],
  [/^must be a currency code of ISO 4217/, () => '请填写币种代码，例如 CNY'],
  [/^must be a country code of two capital letters/, () => '请填写两个大写字母的国家或地区代码，例如 CN'],
  [/^must begin with https:\/\//, () => '必须以 https:// 开头'],
  [/^must be an address such as "?(https:[^" ]+)"?$/, ([one]) => `请填写完整网址，例如 ${one}`],
  [/^must be a host name such as "([^"]+)"/, ([one]) => `请填写店铺网址，例如 ${one}，不带 https://`],
  [/^must not contain control characters/, () => '含有不能使用的字符'],
  [/^must not contain characters that change the direction/, () => '含有改变文字方向的字符，请去掉'],
  [/^must name at least one project$/, () => '请至少选择一个项目'],
  [/^must name at least one event$/, () => '请至少选择一项'],
];

/** What is wrong with a field, in the reader's language where it is known, in English where it is not. */
export function fieldMessage(message: string, lang: Language): string {
  if (lang === 'en') return message;
  for (const [sentence, said] of inChinese) {
    const found = sentence.exec(message);
    if (found) return said(found.slice(1));
  }
  return message;
}
