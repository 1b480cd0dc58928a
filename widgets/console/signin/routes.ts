import { html } from 'lit';
import { signInMessages } from '../../text/console/signin/messages.js';
import type { ConsoleArea } from '../area.js';
import './invitation-page.js';
import './mail-page.js';
import './password-pages.js';
import './second-page.js';
import './sign-in-page.js';
import './sign-up-page.js';
import './welcome-page.js';

/** The way in: signing up and in, a forgotten password, an invitation, the first organisation. */
export const area: ConsoleArea = {
  routes: [
    {
      path: 'sign-in',
      title: (lang) => signInMessages[lang].signIn,
      render: (context) => html`<kc-sign-in .context=${context}></kc-sign-in>`,
    },
    {
      path: 'sign-up',
      title: (lang) => signInMessages[lang].signUp,
      render: (context) => html`<kc-sign-up .context=${context}></kc-sign-up>`,
    },
    {
      path: 'check-mail',
      title: (lang) => signInMessages[lang].checkMail,
      render: (context) => html`<kc-check-mail .context=${context}></kc-check-mail>`,
    },
    {
      path: 'second-step',
      title: (lang) => signInMessages[lang].second,
      render: (context) => html`<kc-second-step .context=${context}></kc-second-step>`,
    },
    {
      path: 'forgotten',
      title: (lang) => signInMessages[lang].forgotten,
      render: (context) => html`<kc-forgotten .context=${context}></kc-forgotten>`,
    },
    {
      path: 'reset-password/:token',
      title: (lang) => signInMessages[lang].reset,
      render: (context) => html`<kc-reset-password .context=${context}></kc-reset-password>`,
    },
    {
      path: 'invitations/:token',
      title: (lang) => signInMessages[lang].invitation,
      render: (context) => html`<kc-invitation .context=${context}></kc-invitation>`,
    },
    {
      path: 'welcome',
      title: (lang) => signInMessages[lang].welcome,
      render: (context) => html`<kc-welcome .context=${context}></kc-welcome>`,
    },
  ],
};
