import { randomInt } from 'node:crypto';
import type { Settings } from '../config.js';
import { startServer, type StartOptions } from '../start.js';
import { openMemory, type KeptMemory } from './demo-memory.js';
import { firstThanks } from './first-thanks.js';
import { operatorApi } from './operator-api.js';
import { sampleOrganisations, type DemoScene } from './sample-organisations.js';
import { startScriptedShop } from './scripted-shop.js';
import { showStatus } from './status-line.js';
import { leaveWorkWaiting } from './waiting-work.js';

/** Starts the server, sets the stage through its API and lets the scripted shop sell until stopped. */
export async function startDemo(settings: Settings, seed = String(randomInt(1_000_000))) {
  const kept = openMemory(settings.dataFolder);
  // The server keeps only a hash of a key it made itself; the demo brings its own, so that a restart still knows it.
  const operatorKey = settings.operatorKey ?? kept.memory.operatorKey;
  const server = await startServer(
    { ...settings, operatorKey },
    { showOverlays: true, demo: sampleOrganisationIds(kept) },
  );
  try {
    const scene = await sampleOrganisations(operatorApi(server.url, operatorKey), kept);
    const { ids } = kept.memory;
    await leaveWorkWaiting({
      url: server.url,
      operatorKey,
      shopDomain: scene.shopDomain,
      webhookSecret: scene.webhookSecret,
      charities: [ids['charity-lunch'], ids['charity-well']].filter((id) => id !== undefined),
      async once(name, make) {
        if (ids[name] !== undefined) return;
        await make();
        ids[name] = 'made';
        kept.save();
      },
    });
    const publicUrl = settings.port === 0 ? server.url : settings.publicUrl;
    const page = `${publicUrl}/sessions/${scene.session.id}`;
    process.stdout.write(welcome(publicUrl, page, scene, settings.operatorKey ? undefined : kept.file, seed));
    const numbers = orderNumbers(kept);
    const whenPaid = firstThanks(publicUrl, scene, (line) => status.say(line));
    const shop = startScriptedShop({ url: server.url, scene, seed, takeOrderNumber: numbers.take, whenPaid });
    const totalsUrl = `${server.url}/v1/sessions/${scene.session.id}/totals`;
    const status = showStatus({ counts: shop.counts, totalsUrl, open: page });
    return {
      failed: server.failed,
      /** The shop first: nothing it had to say is cut off by a server that is already gone. */
      async stop(reason?: string) {
        status.stop();
        await shop.stop();
        numbers.giveBack();
        await server.stop(reason);
      },
    };
  } catch (error) {
    await server.stop('the demo could not be set up');
    throw error;
  }
}

/** Whose consoles the start page opens. */
function sampleOrganisationIds({ memory }: KeptMemory): StartOptions['demo'] {
  return { organisationOf: (kind) => memory.ids[kind === 'charity' ? 'charity-lunch' : kind] };
}

/**
 * Order numbers that are never used twice, without writing a file for each: a hundred are reserved at a time, and what
 * is left of them is given back at a proper end. A crash skips numbers, which no one minds.
 */
function orderNumbers({ memory, save }: KeptMemory) {
  let next = memory.nextOrder;
  return {
    take(): number {
      if (next >= memory.nextOrder) {
        memory.nextOrder = next + 100;
        save();
      }
      return next++;
    },
    giveBack(): void {
      memory.nextOrder = next;
      save();
    },
  };
}

function welcome(publicUrl: string, page: string, scene: DemoScene, keyFile: string | undefined, seed: string): string {
  return `
Kindcast demo: a livestream that sells honey and gives. 善播演示：一场卖蜂蜜、做公益的直播。

  start page     首页      ${publicUrl}/
  session        直播页    ${page}
  overlay (OBS)  直播叠加层  ${scene.session.overlayUrl}
  thanks page    感谢页    its link follows with the first paid order 第一笔付款后显示
  API            接口说明  ${publicUrl}/docs
  operator key   管理密钥  ${keyFile ? `operatorKey in ${keyFile}` : 'KINDCAST_OPERATOR_KEY'}
  seed           随机种子  ${seed} (KINDCAST_DEMO_SEED=${seed} sells the same again)

  Ctrl-C stops; the next start goes on from here. 按 Ctrl-C 停止，下次启动接着来。

`;
}
