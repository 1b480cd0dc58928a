import type express from 'express';
import { isLanguage, type Language } from '../../widgets/text/messages.js';

/** The page's language: `?lang=` when it names one we speak, else what the browser prefers, else English. */
export function chooseLanguage(request: express.Request): { lang: Language; chosen: boolean } {
  const asked = request.query['lang'];
  if (isLanguage(asked)) return { lang: asked, chosen: true };
  return { lang: preferredLanguage(request.headers['accept-language'] ?? ''), chosen: false };
}

/** Any Chinese is better served by zh-CN than by English; every other language gets English. */
export function preferredLanguage(acceptLanguage: string): Language {
  const wishes = acceptLanguage
    .split(',')
    .map((wish) => {
      const [tag = '', ...options] = wish.split(';').map((part) => part.trim().toLowerCase());
      const quality = options.find((option) => option.startsWith('q='))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => quality > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.quality - a.quality);
  return wishes[0]?.tag.startsWith('zh') ? 'zh-CN' : 'en';
}
