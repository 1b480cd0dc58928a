import { WebSocket } from 'ws';
import { comeBackSpreadOut, RECONNECT_WITHIN_MS } from '../../../../widgets/feed/come-back.js';
import type { Snapshot } from '../../../../widgets/feed/wire.js';
import type { Kind, Watcher } from './watcher.js';

/** How often a sly one claims to be there. */
const claimEveryMs = 5_000;

/** A watcher of a few hundred lines less than the official client, so that one process can be thousands. */
export function lightWatcher(server: string, topics: readonly string[], kind: Exclude<Kind, 'ours'>): Watcher {
  const address = `${server.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const heard = { seqs: [] as number[], lateMs: [] as number[], disordered: false };
  let socket: WebSocket | undefined;
  let snapshot: Snapshot | undefined;
  let backAt: number | undefined;
  let answers = 0;
  let tries = 0;
  let sentAway = false;

  function connect(): void {
    sentAway = false;
    answers = 0;
    const mine = (socket = new WebSocket(address, { perMessageDeflate: false }));
    mine.on('message', (data: Buffer) => take(mine, data.toString('utf8')));
    mine.on('error', () => undefined);
    mine.on('close', () => {
      answers = 0;
      if (kind === 'light') setTimeout(connect, pauseMs());
    });
  }

  /** As the client of our screens does it: sent away by the server, any moment of five seconds; else as Socket.IO does. */
  function pauseMs(): number {
    if (sentAway) return Math.random() * RECONNECT_WITHIN_MS;
    const { reconnectionDelay, reconnectionDelayMax, randomizationFactor } = comeBackSpreadOut;
    const middle = reconnectionDelay * 2 ** tries++;
    return Math.min(reconnectionDelayMax, middle * (1 + (Math.random() * 2 - 1) * randomizationFactor));
  }

  function take(from: WebSocket, text: string): void {
    if (text === '2') from.send('3');
    else if (text.startsWith('0{')) from.send('40/live,');
    else if (text.startsWith('40/live')) {
      topics.forEach((topic, at) => from.send(`42/live,${at}${JSON.stringify(['watch', { topic }])}`));
    } else if (text.startsWith('43/live')) answered(from, text);
    else if (text.startsWith('42/live,["totals"'))
      told((JSON.parse(text.slice('42/live,'.length)) as [string, Snapshot])[1]);
    else if (text.startsWith('41/live')) {
      sentAway = true;
      from.close();
    }
  }

  function answered(from: WebSocket, text: string): void {
    const [, at, json] = /^43\/live,(\d+)(.*)$/s.exec(text)!;
    const [answer] = JSON.parse(json!) as [{ ok: boolean; snapshot: Snapshot }];
    if (!answer.ok) return;
    if (at === '0') snapshot = answer.snapshot;
    answers += 1;
    if (answers < topics.length) return;
    backAt ??= Date.now();
    tries = 0;
    if (kind === 'light') return;
    from.pause();
    if (kind === 'sly') setInterval(() => from.readyState === WebSocket.OPEN && from.send('3'), claimEveryMs).unref();
  }

  function told(news: Snapshot): void {
    if (news.topic !== topics[0]) return;
    if (snapshot && news.seq <= snapshot.seq) heard.disordered = true;
    heard.seqs.push(news.seq);
    heard.lateMs.push(Date.now() - Date.parse(news.at));
    snapshot = news;
  }

  connect();
  return {
    isWatching: () => answers === topics.length && socket?.readyState === WebSocket.OPEN,
    begin() {
      backAt = undefined;
      heard.seqs = [];
      heard.lateMs = [];
      heard.disordered = false;
    },
    backAt: () => backAt,
    shown: () => (kind === 'light' ? JSON.stringify({ totals: snapshot }) : undefined),
    ...(kind === 'light' && { heard }),
  };
}
