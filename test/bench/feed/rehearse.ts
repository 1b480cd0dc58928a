import type { Ask } from './ask.js';
import { sleep } from './changing/changing.js';
import type { FeedVillage } from './feed-village.js';
import type { FeedServer, Messages } from './servers/start-feed-servers.js';
import type { Telling } from './servers/tell-when-asked.js';
import { spreads, type Spread } from './spread.js';
import type { CrowdQuestions } from './watchers/main.js';

/** Lets ours tell a few changes of each kind and keeps what it sent, so that plain servers send the very same. */
export async function rehearse(server: FeedServer, village: FeedVillage, ask: Ask<CrowdQuestions>): Promise<Messages> {
  const messages: Partial<Messages> = {};
  for (const spread of spreads) messages[spread] = await listen(server, spread, village, ask);
  return messages as Messages;
}

const rehearsalTurns = 12;
/** On a busy machine the first may be long in coming. */
const rehearsalTurnsMax = 100;

/** Of several tells the one of middle length: some carry more gifts than others. */
async function listen(
  server: FeedServer,
  spread: Spread,
  village: FeedVillage,
  ask: Ask<CrowdQuestions>,
): Promise<Telling['messages']> {
  const { port, dialect } = server;
  const topic = spread === 'hot' ? village.hotTopic : village.topics[0]!;
  await ask('come', { watchers: 1, port, dialect, topic });
  const changing = await server.change(village, spread, rehearsalTurns / 10);
  const heard = new Map<string, Telling['messages']>();
  for (let turn = 0; turn < (heard.size > 0 ? rehearsalTurns : rehearsalTurnsMax); turn += 1) {
    await sleep(0.1);
    const { last, gifts } = (await ask('look', null)).closely[0]!;
    if (last && gifts) heard.set(gifts, { totals: last, gifts });
  }
  await changing.stop();
  await ask('leave', null);
  const tells = [...heard.values()].sort((a, b) => a.gifts.length - b.gifts.length);
  if (tells.length === 0) throw new Error('Nothing was told in the rehearsal.');
  return tells[tells.length >> 1]!;
}
