import { TopicElement } from './kindcast-element.js';

/**
 * Where the money goes: the split by project, as a chart that can be read aloud.
 *
 * @tagname kindcast-projects
 * @attr {string} session - Id of a session to follow; or give `shop`
 * @attr {string} shop - Id of a shop to follow
 * @attr {number} limit - How many projects, 1 to 10; by default 5. The others are one row together.
 * @attr {string} server - Address of the Kindcast server; by default where the script came from
 * @attr {"zh-CN"|"en"} lang - Language; by default the page's, or else the reader's
 * @attr {"auto"|"light"|"dark"} theme - By default as the reader's device wishes
 * @slot - What is shown until the split has come, and without scripts
 * @csspart card - The whole
 * @csspart label - The words above
 * @csspart state - Live, starting soon, ended, or out of date
 * @csspart chart - The bar of all parts
 * @csspart row - One project
 * @csspart title - Its title
 * @csspart amount - What it has been given
 * @csspart note - The line for an empty split
 */
export class KindcastProjects extends TopicElement {}
