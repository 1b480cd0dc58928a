import type { RuleAnswer } from '../wire.js';
import { AnswerElement } from './kindcast-element.js';

/**
 * The badge of a charity item: what share of it goes where, until when and up to what. The sentence is the server's, made
 * from the rule itself. On a product that is no charity item it shows nothing.
 *
 * @tagname kindcast-item
 * @attr {string} shop - Id of the shop
 * @attr {string} product - Id of the product, as the store names it
 * @attr {string} server - Address of the Kindcast server; by default where the script came from
 * @attr {"zh-CN"|"en"} lang - Language; by default the page's, or else the reader's
 * @attr {"auto"|"light"|"dark"} theme - By default as the reader's device wishes
 * @slot - What is shown until the rule has come, and without scripts
 * @csspart card - The whole
 * @csspart seal - The seal
 * @csspart words - The sentence
 */
export class KindcastItem extends AnswerElement<RuleAnswer> {
  protected override readonly needs = ['shop', 'product'];
  protected readonly everyMs = 5 * 60_000;

  protected path(): string {
    return `shops/${this.piece('shop')}/items/${this.piece('product')}/rule`;
  }
}
