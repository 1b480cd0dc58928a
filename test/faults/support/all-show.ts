import { expect } from 'chai';
import { until } from '../../support/until.js';
import { callApi, type Answer } from '../../support/start-kindcast.js';
import type { Village } from '../../support/village.js';
import type { Watchers } from './watchers.js';

/** How long what was lost may take to be noticed, asked for and answered. */
const healedMsMax = 60_000;

/**
 * Waits until so many watchers of the session show exactly what HTTP tells of it, and nobody anything else. Where
 * `gifts` is asked for, the list of gifts as well: the same gifts, each screen orders those of one moment itself.
 */
export async function allShow(
  watchers: Watchers,
  url: string,
  { session }: Village,
  { count, gifts = false }: { count: number; gifts?: boolean },
): Promise<void> {
  const told = async (what: string) => callApi(url, 'GET', `/v1/sessions/${session.id}/${what}`);
  const inNoOrder = (list: Answer[]) => list.map((gift) => JSON.stringify(gift)).toSorted();
  const truth = { totals: await told('totals'), ...(gifts && { gifts: inNoOrder((await told('gifts')).gifts) }) };
  const asShown = (json: string) => {
    const shown = JSON.parse(json) as { totals: Answer; gifts: Answer[] };
    return JSON.stringify({ totals: shown.totals, ...(gifts && { gifts: inNoOrder(shown.gifts) }) });
  };
  let counts: Record<string, number> = {};
  await until(
    async () => {
      counts = {};
      for (const [json, number] of Object.entries((await watchers.report()).shown))
        counts[asShown(json)] = (counts[asShown(json)] ?? 0) + number;
      return counts[JSON.stringify(truth)] === count;
    },
    'all show what is true',
    healedMsMax,
  ).catch(() => undefined);
  expect(counts, 'what how many show').to.deep.equal({ [JSON.stringify(truth)]: count });
}
