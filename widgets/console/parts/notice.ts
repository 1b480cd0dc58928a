import { html, nothing, type TemplateResult } from 'lit';
import type { IconName } from '../look/icon-names.js';

export interface Notice {
  kind: 'info' | 'good' | 'warning' | 'bad';
  text: unknown;
  action?: unknown;
}

const looks = {
  info: { variant: 'neutral', icon: 'info' },
  good: { variant: 'success', icon: 'check' },
  warning: { variant: 'warning', icon: 'warning' },
  bad: { variant: 'danger', icon: 'warning' },
} as const satisfies Record<Notice['kind'], { variant: string; icon: IconName }>;

/** A sentence that must not be missed, with at most one thing to do about it. What went wrong is read out at once. */
export function noticeView({ kind, text, action }: Notice): TemplateResult {
  const { variant, icon } = looks[kind];
  return html`<wa-callout variant=${variant} role=${kind === 'bad' ? 'alert' : nothing}>
    <wa-icon slot="icon" name=${icon}></wa-icon>
    <div class="row between"><span>${text}</span>${action ?? nothing}</div>
  </wa-callout>`;
}
