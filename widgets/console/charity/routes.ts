import { html } from 'lit';
import type { ConsoleArea } from '../area.js';
import { pageHead } from '../parts/page-head.js';

const titles = { 'zh-CN': '首页', en: 'Home' } as const;

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
