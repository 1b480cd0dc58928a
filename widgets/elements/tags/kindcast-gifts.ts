import { TopicElement } from './kindcast-element.js';

/**
 * The latest gifts of a session, a project or a shop, with what was taken back and why. Never anything about buyers.
 *
 * @tagname kindcast-gifts
 * @attr {string} session - Id of a session to follow; or give `project` or `shop`
 * @attr {string} project - Id of a project to follow
 * @attr {string} shop - Id of a shop to follow
 * @attr {number} limit - How many gifts, 1 to 10; by default 5
 * @attr {string} server - Address of the Kindcast server; by default where the script came from
 * @attr {"zh-CN"|"en"} lang - Language; by default the page's, or else the reader's
 * @attr {"auto"|"light"|"dark"} theme - By default as the reader's device wishes
 * @slot - What is shown until the gifts have come, and without scripts
 * @csspart card - The whole
 * @csspart label - The words above
 * @csspart state - Live, starting soon, ended, or out of date
 * @csspart row - One gift
 * @csspart title - What was bought
 * @csspart amount - What was given or taken back
 * @csspart note - To which project and when; and the line for an empty list
 */
export class KindcastGifts extends TopicElement {
  override wantsGifts = true;
}
