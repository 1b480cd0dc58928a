import { html } from 'lit';
import type { ConsoleArea } from '../../area.js';
import { pageHead } from '../page-head.js';

const titles = { 'zh-CN': '零件', en: 'Parts' } as const;

export const area: ConsoleArea = {
  routes: [
    {
      path: '',
      icon: 'home',
      title: (lang) => titles[lang],
      render: ({ lang }) => html`${pageHead({ title: titles[lang] })}`,
    },
  ],
};
