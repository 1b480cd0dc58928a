import { html } from 'lit';
import { accountMessages } from '../../text/console/account/messages.js';
import type { ConsoleArea } from '../area.js';
import './account-page.js';

/** One's own account: name, ways to sign in, where one is signed in. */
export const area: ConsoleArea = {
  routes: [
    {
      path: '',
      icon: 'user',
      title: (lang) => accountMessages[lang].account,
      render: (context) => html`<kc-account .context=${context}></kc-account>`,
    },
  ],
};
