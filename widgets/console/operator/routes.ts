import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { operatorWords } from '../../text/console/operator/messages.js';
import type { ConsoleArea } from '../area.js';
import '../charity/look.js';
import '../organisation/trail-page.js';
import './checks-page.js';
import './home-page.js';
import './letters-page.js';
import './lists-pages.js';
import './operators-page.js';
import './verification-page.js';
import './verifications-page.js';

export const area: ConsoleArea = {
  routes: [
    {
      path: '',
      icon: 'health',
      title: (lang) => operatorWords[lang].home,
      render: (context) => html`<kc-operator-home .context=${context}></kc-operator-home>`,
    },
    {
      path: 'verifications',
      icon: 'shield',
      title: (lang) => operatorWords[lang].verifications,
      render: (context) => html`<kc-operator-verifications .context=${context}></kc-operator-verifications>`,
    },
    {
      path: 'verifications/:charityId',
      title: (lang) => operatorWords[lang].verifications,
      render: (context) =>
        html`${keyed(
          context.params.charityId,
          html`<kc-operator-verification .context=${context}></kc-operator-verification>`,
        )}`,
    },
    {
      path: 'letters',
      icon: 'letter',
      title: (lang) => operatorWords[lang].letters,
      render: (context) => html`<kc-operator-letters .context=${context}></kc-operator-letters>`,
    },
    {
      path: 'checks',
      icon: 'books',
      title: (lang) => operatorWords[lang].checks,
      render: (context) => html`<kc-operator-checks .context=${context}></kc-operator-checks>`,
    },
    {
      path: 'organisations',
      icon: 'building',
      title: (lang) => operatorWords[lang].organisations,
      render: (context) => html`<kc-operator-organisations .context=${context}></kc-operator-organisations>`,
    },
    {
      path: 'audit',
      icon: 'history',
      title: (lang) => operatorWords[lang].audit,
      render: (context) => html`<kc-trail .context=${context}></kc-trail>`,
    },
    {
      path: 'operators',
      icon: 'people',
      title: (lang) => operatorWords[lang].operators,
      render: (context) => html`<kc-operator-operators .context=${context}></kc-operator-operators>`,
    },
  ],
};
