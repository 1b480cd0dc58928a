import { html } from 'lit';
import { streamerMessages, type StreamerWords } from '../../text/console/streamer/messages.js';
import type { ConsoleArea, PageContext, PageRoute } from '../area.js';
import { mayAs } from '../me.js';
import { adoptSheet } from '../look/adopt-sheet.js';
import sheet from './streamer.css?text';

adoptSheet(sheet);

type WordName = { [K in keyof StreamerWords]: StreamerWords[K] extends string ? K : never }[keyof StreamerWords];

const titled =
  (name: WordName): PageRoute['title'] =>
  (lang) =>
    streamerMessages[lang][name];

const mayEdit = ({ organisation }: PageContext) => organisation !== undefined && mayAs(organisation.role, 'editor');

/** The pages of whoever hosts lives. */
export const area: ConsoleArea = {
  routes: [
    {
      path: '',
      icon: 'home',
      title: titled('home'),
      load: () => import('./home-page.js'),
      render: (context) => html`<kc-host-home .context=${context}></kc-host-home>`,
    },
    {
      path: 'sessions',
      icon: 'video',
      title: titled('sessions'),
      load: () => import('./sessions-page.js'),
      render: (context) => html`<kc-sessions-page .context=${context}></kc-sessions-page>`,
    },
    {
      path: 'shops',
      icon: 'shop',
      title: titled('shops'),
      load: () => import('./shops-page.js'),
      render: (context) => html`<kc-host-shops .context=${context}></kc-host-shops>`,
    },
    {
      path: 'sessions/new',
      title: titled('newSession'),
      load: () => import('./schedule-page.js'),
      render: (context) => html`<kc-schedule-page .context=${context}></kc-schedule-page>`,
    },
    {
      path: 'sessions/:id',
      title: titled('sessions'),
      load: () => import('./session-page.js'),
      render: (context) => html`<kc-session-page .context=${context}></kc-session-page>`,
    },
    {
      path: 'sessions/:id/edit',
      title: titled('editSession'),
      load: () => import('./schedule-page.js'),
      render: (context) => html`<kc-schedule-page .context=${context}></kc-schedule-page>`,
    },
    {
      path: 'sessions/:id/desk',
      title: titled('desk'),
      load: () => import('./desk/desk-page.js'),
      render: (context) => {
        const session = context.params.id!;
        const paths = {
          back: context.pathOf('sessions', session),
          report: context.pathOf('sessions', session, 'report'),
        };
        return html`<kc-desk-page .sessionId=${session} .paths=${paths} ?mayEdit=${mayEdit(context)}></kc-desk-page>`;
      },
    },
    {
      path: 'sessions/:id/report',
      title: titled('report'),
      load: () => import('./report/report-page.js'),
      render: (context) => html`<kc-report-page .context=${context}></kc-report-page>`,
    },
  ],
};
