import { TotalElement } from './kindcast-element.js';

/**
 * What a session, a project or a shop has given so far, live.
 *
 * @tagname kindcast-total
 * @attr {string} session - Id of a session to follow; or give `project` or `shop`
 * @attr {string} project - Id of a project to follow
 * @attr {string} shop - Id of a shop to follow
 * @attr {string} server - Address of the Kindcast server; by default where the script came from
 * @attr {"zh-CN"|"en"} lang - Language; by default the page's, or else the reader's
 * @attr {"auto"|"light"|"dark"} theme - By default as the reader's device wishes
 * @slot - What is shown until a number has come, and without scripts
 * @csspart card - The whole
 * @csspart label - The words above the total
 * @csspart state - Live, starting soon, ended, or out of date
 * @csspart total - The total
 * @csspart note - The line below: orders, or why the total fell, or how old it is
 */
export class KindcastTotal extends TotalElement {}
