import { html } from 'lit';
import type { ConsoleArea } from '../area.js';
import { pageHead } from '../parts/page-head.js';

const titles = { 'zh-CN': '首页', en: 'Home' } as const;

/** Match pools are not built yet: better said than left as a blank page. */
const later = {
  'zh-CN': '配捐功能还没有做好。您的账号和机构已经建好，可以先邀请同事；做好以后，会在这里设置配捐。',
  en: 'Matching is not built yet. Your account and organisation are ready, and you can invite colleagues; match pools will be set up here once they exist.',
} as const;

export const area: ConsoleArea = {
  routes: [
    {
      path: '',
      icon: 'home',
      title: (lang) => titles[lang],
      render: ({ lang }) =>
        html`${pageHead({ title: titles[lang] })}
          <p class="card">${later[lang]}</p>`,
    },
  ],
};
