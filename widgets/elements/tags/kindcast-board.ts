import type { BoardAnswer } from '../wire.js';
import { AnswerElement } from './kindcast-element.js';

/**
 * Sessions, shops or regions by what they have given, in one currency. It moves calmly: nobody is shouted down.
 *
 * @tagname kindcast-board
 * @attr {"session"|"shop"|"region"} by - What is ranked; by default sessions
 * @attr {string} currency - ISO 4217 code; by default the currency with most given
 * @attr {number} limit - How many rows, 1 to 10; by default 5
 * @attr {string} server - Address of the Kindcast server; by default where the script came from
 * @attr {"zh-CN"|"en"} lang - Language; by default the page's, or else the reader's
 * @attr {"auto"|"light"|"dark"} theme - By default as the reader's device wishes
 * @slot - What is shown until the board has come, and without scripts
 * @csspart card - The whole
 * @csspart label - The words above
 * @csspart state - Out of date, when it is
 * @csspart row - One rank
 * @csspart title - Whose it is
 * @csspart amount - What was given
 * @csspart note - Orders; and the line for an empty board
 */
export class KindcastBoard extends AnswerElement<BoardAnswer> {
  protected readonly everyMs = 20_000;

  protected path(): string {
    const currency = this.getAttribute('currency');
    return `board?by=${encodeURIComponent(this.by)}&limit=${this.limit}${currency ? `&currency=${this.piece('currency')}` : ''}`;
  }

  get by(): string {
    return this.getAttribute('by') ?? 'session';
  }
}
