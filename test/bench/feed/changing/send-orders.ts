import type { ChildProcess } from 'node:child_process';
import type { FromGenerator, LoadPlan } from '../../generator/main.js';
import type { LoadResult } from '../../generator/run-load.js';
import { intakeCase } from '../../intake/cases.js';
import type { HotVillage } from '../../intake/hot-village.js';
import { firstIdOf, planOf } from '../../intake/plan-of.js';
import { nextMessage } from '../../machine/child-process.js';

export interface OrdersNeeds {
  generator: ChildProcess;
  village: HotVillage;
  port: number;
  perSecond: number;
  seconds: number;
  /** A number no other stretch of this bench has. */
  stretch: number;
}

/** Signed orders of one line to the hot session at an even rate; the promise inside is of all being answered. */
export async function sendOrders(needs: OrdersNeeds): Promise<{ done: Promise<LoadResult> }> {
  const { generator, village, port, perSecond, seconds, stretch } = needs;
  const connections = Math.max(4, Math.ceil(perSecond / 4));
  const one = intakeCase('ours', 'new', '5 KB');
  const plan: LoadPlan = {
    ...planOf(one, village, new Date(), { seconds, connections, hasty: true }, firstIdOf(stretch)),
    port,
    perSecond,
    warmSeconds: 0,
    prepared: Math.ceil(perSecond * (seconds + 2)) + connections,
    noteAnswers: true,
  };
  const heard = (event: FromGenerator['event']) =>
    nextMessage<FromGenerator>(generator, (message) => message.event === event || message.event === 'failed');
  const prepared = heard('prepared');
  generator.send({ plan });
  await prepared;
  const done = heard('done').then((message) => {
    if (message.event !== 'done') throw new Error('The generator failed.');
    const refused = Object.keys(message.result.statuses).filter((status) => status !== '200');
    if (refused.length > 0) throw new Error(`Orders were answered ${refused.join(', ')}.`);
    return message.result;
  });
  generator.send('go');
  return { done };
}
