import { html, nothing, type TemplateResult } from 'lit';
import type { Money } from '../../feed/wire.js';
import { formatMoney } from '../../money/format-money.js';
import { moneySums, moneyWords, type MoneyState } from '../../money/money-words.js';
import { pageLanguage } from '../language.js';

/** An exact amount in its currency; digits stand below digits. */
export function moneyView(money: Money | undefined): TemplateResult | typeof nothing {
  return money ? html`<span class="money">${formatMoney(money, pageLanguage())}</span>` : nothing;
}

/** Several currencies one below the other, never added up. */
export function moneysView(moneys: readonly Money[]): TemplateResult {
  return html`<span class="moneys">${moneys.map(moneyView)}</span>`;
}

/** How far money is, in the one word for it, where there is nothing but text. */
export const moneyLabel = (state: MoneyState): string => moneyWords[pageLanguage()][state].label;

/** How far money is, in the one word for it; what it means is told to whoever points at it or listens. */
export function moneyWord(state: MoneyState | 'given' | 'onTheWay'): TemplateResult {
  const lang = pageLanguage();
  const { label, means } = state === 'given' || state === 'onTheWay' ? moneySums[lang][state] : moneyWords[lang][state];
  return html`<span class="money-word ${state}" title=${means}
    ><i class="swatch ${state}" aria-hidden="true"></i>${label}</span
  >`;
}
