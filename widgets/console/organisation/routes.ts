import { html } from 'lit';
import { accountMessages } from '../../text/console/account/messages.js';
import { webhookMessages } from '../../text/console/webhooks/messages.js';
import type { ConsoleArea } from '../area.js';
import './about-page.js';
import './keys-page.js';
import './members-page.js';
import './trail-page.js';

/** What every organisation has, whatever it does. */
export const area: ConsoleArea = {
  routes: [
    {
      path: '',
      icon: 'people',
      title: (lang) => accountMessages[lang].members,
      render: (context) => html`<kc-members .context=${context}></kc-members>`,
    },
    {
      path: 'about',
      icon: 'building',
      title: (lang) => accountMessages[lang].about,
      render: (context) => html`<kc-about-organisation .context=${context}></kc-about-organisation>`,
    },
    {
      path: 'keys',
      icon: 'key',
      title: (lang) => accountMessages[lang].keys,
      render: (context) => html`<kc-keys .context=${context}></kc-keys>`,
    },
    {
      path: 'webhooks',
      icon: 'bell',
      title: (lang) => webhookMessages[lang].title,
      load: () => import('./webhooks/list-page.js'),
      render: (context) => html`<kc-webhooks .context=${context}></kc-webhooks>`,
    },
    {
      path: 'webhooks/:endpoint',
      title: (lang) => webhookMessages[lang].title,
      load: () => import('./webhooks/endpoint-page.js'),
      render: (context) => html`<kc-webhook .context=${context}></kc-webhook>`,
    },
    {
      path: 'trail',
      icon: 'history',
      title: (lang) => accountMessages[lang].trail,
      render: (context) => html`<kc-trail .context=${context}></kc-trail>`,
    },
  ],
};
