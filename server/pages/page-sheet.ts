import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { allowStyle } from '../http/security-headers.js';
import type { Html } from './html.js';

// Pages may have no style attributes and no inline sheets (Content-Security-Policy). What a page must say in numbers, a
// bar's length before any script runs, stands in one sheet of its own that the answer's policy names by its hash.

const measure = /\sdata-(part|at|chars)="(-?[\d.]+(?:e-?\d+)?)"/g;

/** Sets `--part` where the markup says `data-part`, and so on: what `Screen.measure` does in the browser. */
function rulesOf(markup: string): string {
  const rules = new Map<string, string>();
  for (const [, name, value] of markup.matchAll(measure))
    rules.set(`${name} ${value}`, `[data-${name}="${value}"]{--${name}:${value}}`);
  return [...rules.values()].join('');
}

const [begin, end] = ['<style id="own-sheet">', '</style>'];

/** The page with its own sheet, when it has something to say there. */
export function withOwnSheet({ text }: Html, rules = ''): string {
  const sheet = rules + rulesOf(text);
  return sheet === '' ? text : text.replace('</head>', () => `${begin}${sheet}${end}</head>`);
}

/** Answers a page, and lets its own sheet be used. */
export function sendPage(response: Response, page: string): void {
  const head = page.slice(0, page.indexOf('</head>'));
  const at = head.indexOf(begin);
  if (at >= 0) {
    const sheet = head.slice(at + begin.length, head.indexOf(end, at));
    allowStyle(response, createHash('sha256').update(sheet).digest('base64'));
  }
  response.type('html').send(page);
}
