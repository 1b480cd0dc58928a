import type { OperatorWords } from '../../text/console/operator/messages.js';

export type Lead = keyof OperatorWords['leads'];

/** By what the server's sentence says; the first that fits. */
const signs: readonly (readonly [RegExp, Lead])[] = [
  [/^Recording it failed/, 'recording'],
  [/^body (is not JSON|cannot be read)/, 'noOrder'],
  [/^body has more than/, 'tooBig'],
  [/but this shop is connected with|nothing tells its amount in the shop's currency/, 'currency'],
  [/^An amount of|are worth more than|decimal string/, 'amount'],
  [/ (cannot be read|is missing|is not|must)\b/, 'field'],
];

/** What kind of trouble a delivery has, of the server's English sentence on it. */
export const leadOf = (reason: string): Lead => signs.find(([sign]) => sign.test(reason))?.[1] ?? 'other';
