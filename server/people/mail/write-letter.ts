import { letterWords, type Language, type LetterWords } from './letter-words.js';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where its button leads. */
  link: string;
}

/** Writes a letter as plain text and as a page that says the same. `link` is a secret of the one it goes to. */
export function writeLetter(to: string, language: Language, words: LetterWords, link: string): Letter {
  const { brand, orCopy } = letterWords[language];
  // Names are chosen by strangers: no line of theirs may become a header.
  const subject = `${words.subject} · ${brand}`.replace(/\s+/g, ' ');
  const text = [...words.paragraphs, `${words.button}:\n${link}`, words.ifNotYou, `— ${brand}`].join('\n\n');
  const paragraph = (said: string) => `<p style="margin:0 0 16px">${escaped(said)}</p>`;
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8"><title>${escaped(subject)}</title>
<body style="margin:0;background:#f6f1e7;color:#2b2622;font:16px/1.6 -apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif">
<div style="max-width:520px;margin:32px auto;padding:32px;background:#fffdf8;border-radius:12px">
<p style="margin:0 0 24px;font-weight:700;color:#c8371f">${escaped(brand)}</p>
${words.paragraphs.map(paragraph).join('\n')}
<p style="margin:24px 0"><a href="${escaped(link)}" style="display:inline-block;padding:12px 24px;background:#c8371f;color:#fff;text-decoration:none;border-radius:8px">${escaped(words.button)}</a></p>
<p style="margin:0 0 24px;font-size:13px;color:#6b625a">${escaped(orCopy)}<br><span style="word-break:break-all">${escaped(link)}</span></p>
<p style="margin:0;font-size:13px;color:#6b625a">${escaped(words.ifNotYou)}</p>
</div>
</body>
</html>
`;
  return { to, subject, text: `${text}\n`, html, link };
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
