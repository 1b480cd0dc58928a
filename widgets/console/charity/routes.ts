import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { charityConsole } from '../../text/console/charity/messages.js';
import type { ConsoleArea, PageContext } from '../area.js';
import './givers-page.js';
import './home-page.js';
import './look.js';
import './profile-page.js';
import './project-page.js';
import './projects-page.js';
import './reports-page.js';
import './verification-page.js';

/** A page of another charity, or of another project, is another page. */
const fresh = (context: PageContext, page: TemplateResult) =>
  html`${keyed(`${context.organisation?.id} ${context.params.projectId ?? ''}`, page)}`;

export const area: ConsoleArea = {
  routes: [
    {
      path: '',
      icon: 'home',
      title: (lang) => charityConsole[lang].home,
      render: (context) => fresh(context, html`<kc-charity-home .context=${context}></kc-charity-home>`),
    },
    {
      path: 'projects',
      icon: 'heart',
      title: (lang) => charityConsole[lang].projects,
      render: (context) => fresh(context, html`<kc-charity-projects .context=${context}></kc-charity-projects>`),
    },
    {
      path: 'projects/new',
      title: (lang) => charityConsole[lang].newProject,
      render: (context) => fresh(context, html`<kc-charity-project .context=${context}></kc-charity-project>`),
    },
    {
      path: 'projects/:projectId',
      title: (lang) => charityConsole[lang].editProject,
      render: (context) => fresh(context, html`<kc-charity-project .context=${context}></kc-charity-project>`),
    },
    {
      path: 'givers',
      icon: 'coins',
      title: (lang) => charityConsole[lang].givers,
      render: (context) => fresh(context, html`<kc-charity-givers .context=${context}></kc-charity-givers>`),
    },
    {
      path: 'reports',
      icon: 'report',
      title: (lang) => charityConsole[lang].reports,
      render: (context) => fresh(context, html`<kc-charity-reports .context=${context}></kc-charity-reports>`),
    },
    {
      path: 'profile',
      icon: 'building',
      title: (lang) => charityConsole[lang].profile,
      render: (context) => fresh(context, html`<kc-charity-profile .context=${context}></kc-charity-profile>`),
    },
    {
      path: 'verification',
      icon: 'shield',
      title: (lang) => charityConsole[lang].verification,
      render: (context) =>
        fresh(context, html`<kc-charity-verification .context=${context}></kc-charity-verification>`),
    },
  ],
};
