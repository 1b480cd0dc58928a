import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { merchantMessages } from '../../text/console/merchant/messages.js';
import type { ConsoleArea } from '../area.js';
import './home-page.js';
import './item-page.js';
import './items-page.js';
import './order-page.js';
import './orders-page.js';
import './owed-page.js';
import './projects-page.js';
import './sessions-page.js';
import './shops-page.js';
import './start-page.js';
import './streamers-page.js';

export const area: ConsoleArea = {
  routes: [
    {
      path: '',
      icon: 'home',
      title: (lang) => merchantMessages[lang].home,
      render: (context) => html`<kc-merchant-home .context=${context}></kc-merchant-home>`,
    },
    {
      path: 'start',
      icon: 'flag',
      title: (lang) => merchantMessages[lang].firstSteps,
      render: (context) => html`<kc-merchant-start .context=${context}></kc-merchant-start>`,
    },
    {
      path: 'items',
      icon: 'tag',
      title: (lang) => merchantMessages[lang].items,
      render: (context) => html`<kc-merchant-items .context=${context}></kc-merchant-items>`,
    },
    {
      path: 'items/:productId',
      title: (lang) => merchantMessages[lang].item,
      render: (context) =>
        html`${keyed(context.params.productId, html`<kc-merchant-item .context=${context}></kc-merchant-item>`)}`,
    },
    {
      path: 'projects',
      icon: 'heart',
      title: (lang) => merchantMessages[lang].projects,
      render: (context) => html`<kc-merchant-projects .context=${context}></kc-merchant-projects>`,
    },
    {
      path: 'orders',
      icon: 'receipt',
      title: (lang) => merchantMessages[lang].orders,
      render: (context) => html`<kc-merchant-orders .context=${context}></kc-merchant-orders>`,
    },
    {
      path: 'orders/:shopId/:orderId',
      title: (lang) => merchantMessages[lang].orders,
      render: (context) =>
        html`${keyed(context.params.orderId, html`<kc-merchant-order .context=${context}></kc-merchant-order>`)}`,
    },
    {
      path: 'sessions',
      icon: 'video',
      title: (lang) => merchantMessages[lang].sessions,
      render: (context) => html`<kc-merchant-sessions .context=${context}></kc-merchant-sessions>`,
    },
    {
      path: 'streamers',
      icon: 'people',
      title: (lang) => merchantMessages[lang].streamers,
      render: (context) => html`<kc-merchant-streamers .context=${context}></kc-merchant-streamers>`,
    },
    {
      path: 'owed',
      icon: 'coins',
      title: (lang) => merchantMessages[lang].owed,
      render: (context) => html`<kc-merchant-owed .context=${context}></kc-merchant-owed>`,
    },
    {
      path: 'shops',
      icon: 'shop',
      title: (lang) => merchantMessages[lang].shops,
      render: (context) => html`<kc-merchant-shops .context=${context}></kc-merchant-shops>`,
    },
  ],
};
