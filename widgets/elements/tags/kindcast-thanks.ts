import type { ThanksAnswer } from '../wire.js';
import { AnswerElement } from './kindcast-element.js';

/**
 * After checkout: what this order gave, to whom, and how far it is on its way. Only buyer and store know the `key`.
 *
 * @tagname kindcast-thanks
 * @attr {string} shop - Id of the shop
 * @attr {string} order - Id of the order, as the store names it
 * @attr {string} key - The order's checkout token
 * @attr {number} limit - How many gifts, 1 to 10; by default 3
 * @attr {string} server - Address of the Kindcast server; by default where the script came from
 * @attr {"zh-CN"|"en"} lang - Language; by default the page's, or else the reader's
 * @attr {"auto"|"light"|"dark"} theme - By default as the reader's device wishes
 * @slot - What is shown until the answer has come, and without scripts
 * @csspart card - The whole
 * @csspart label - The words above
 * @csspart total - What the order gave
 * @csspart row - One gift
 * @csspart title - The project
 * @csspart amount - What it was given
 * @csspart note - The charity and how far the gift is
 * @csspart link - The way to the page where the gift can be followed
 */
export class KindcastThanks extends AnswerElement<ThanksAnswer> {
  protected override readonly needs = ['shop', 'order', 'key'];
  protected override readonly limitByDefault = 3;
  // A fresh order may not have been counted yet.
  protected readonly everyMs = 15_000;

  protected path(): string {
    return `shops/${this.piece('shop')}/orders/${this.piece('order')}/thanks?key=${this.piece('key')}`;
  }
}
