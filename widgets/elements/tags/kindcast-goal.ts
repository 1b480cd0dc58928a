import { TotalElement } from './kindcast-element.js';

/**
 * How far a session or a project is on its way to its goal: a thermometer with milestones.
 *
 * @tagname kindcast-goal
 * @attr {string} session - Id of a session to follow; or give `project`
 * @attr {string} project - Id of a project to follow
 * @attr {string} milestones - Percentages to mark on the way; by default "25 50 75"
 * @attr {string} server - Address of the Kindcast server; by default where the script came from
 * @attr {"zh-CN"|"en"} lang - Language; by default the page's, or else the reader's
 * @attr {"auto"|"light"|"dark"} theme - By default as the reader's device wishes
 * @slot - What is shown until a number has come, and without scripts
 * @csspart card - The whole
 * @csspart label - The words above
 * @csspart state - Live, starting soon, ended, or out of date
 * @csspart total - What has been given
 * @csspart track - The tube of the thermometer
 * @csspart fill - What is in it
 * @csspart milestone - A mark on the way
 * @csspart note - The line below
 */
export class KindcastGoal extends TotalElement {}
