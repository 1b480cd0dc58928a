import type { Knex } from 'knex';
import type { Namespace, Socket } from 'socket.io';
import { problemType } from '../http/problem.js';
import type { TroubleLog } from '../log/calm-log.js';
import type { OtherEar } from '../totals/hear-topics.js';
import { topicOf } from '../totals/topics.js';
import { overlayKey, overlaysChannel, sessionsOfOverlays, type OverlayNews } from './overlay-keys.js';

/** The overlay a socket came by. */
interface OverlayOf {
  sessionId: string;
  key: string;
}

/** How long until keys that could not be checked are checked again. */
const checkAgainMs = 1_000;

/** What an overlay is told whose link was replaced; it does not come back by it. */
const gone = {
  type: problemType('not-found'),
  title: 'This overlay link was replaced; put the new one into your streaming software.',
};

const away = {
  type: problemType('database-away'),
  title: 'The overlay cannot be looked up just now; try again shortly.',
};

const roomOf = (sessionId: string) => `overlay:${sessionId}`;

/**
 * Sockets of the feed that say by which overlay they come (`auth: {overlay: key}`): they alone are sent test gifts, and
 * they are hung up on when their link is replaced. Sockets that say nothing watch as ever.
 */
export class OverlaySockets implements OtherEar {
  readonly channel = overlaysChannel;

  /** Replacements heard of so far: a key that was looked up before the last may have been replaced meanwhile. */
  #replacements = 0;

  #namespace: Namespace | undefined;

  constructor(
    private readonly knex: Knex,
    private readonly log: TroubleLog,
  ) {}

  /** Begins to know overlays among those who come to the feed. */
  serve(namespace: Namespace): void {
    this.#namespace = namespace;
    namespace.use((socket, next) => {
      const asked: unknown = socket.handshake.auth['overlay'];
      if (asked === undefined) return next();
      this.#sessionOf(asked).then(
        (found) => {
          if (found) socket.data.overlay = found;
          next(found ? undefined : refusal(gone));
        },
        (error: unknown) => {
          this.log.warn({ err: error }, 'an overlay could not be looked up; it will come again');
          next(refusal(away));
        },
      );
    });
    namespace.on('connection', (socket) => {
      const overlay = overlayOf(socket);
      if (overlay) void socket.join(roomOf(overlay.sessionId));
    });
  }

  /** What another server, or this one, has to tell the overlays of a session. */
  hear(payload: string): void {
    const news = readNews(payload);
    if (news?.kind === 'test-gift') {
      const { sessionId, gift } = news;
      this.#namespace
        ?.to(roomOf(sessionId))
        .emit('test-gift', { topic: topicOf('session', sessionId), gift, test: true });
    } else if (news?.kind === 'key-replaced') {
      this.#replacements += 1;
      void this.#hangUpOnReplaced([news.sessionId]);
    }
  }

  /** News may have been missed: whoever is here by an overlay is looked up again. */
  hearGap(): void {
    this.#replacements += 1;
    const present = [...(this.#namespace?.sockets.values() ?? [])].flatMap(
      (socket) => overlayOf(socket)?.sessionId ?? [],
    );
    if (present.length > 0) void this.#hangUpOnReplaced([...new Set(present)]);
  }

  async #sessionOf(asked: unknown): Promise<OverlayOf | undefined> {
    const { data: key } = overlayKey.safeParse(asked);
    if (key === undefined) return undefined;
    for (;;) {
      const heardBefore = this.#replacements;
      const sessionId = (await sessionsOfOverlays(this.knex, [key])).get(key);
      if (heardBefore === this.#replacements) return sessionId === undefined ? undefined : { sessionId, key };
    }
  }

  /** Not everyone in the room: an overlay may have come by the new link before this server heard of it. */
  async #hangUpOnReplaced(sessionIds: string[]): Promise<void> {
    try {
      const asked = new Set<string>();
      const standing = new Set<string>();
      const present = () => sessionIds.flatMap((sessionId) => this.#socketsOf(sessionId));
      const keyOf = (socket: Socket) => overlayOf(socket)?.key ?? '';
      let keys: string[];
      do {
        keys = [...new Set(present().map(keyOf))].filter((key) => !asked.has(key));
        for (const key of (await sessionsOfOverlays(this.knex, keys)).keys()) standing.add(key);
        for (const key of keys) asked.add(key);
        // Somebody may have come meanwhile.
      } while (keys.length > 0);
      for (const socket of present()) if (!standing.has(keyOf(socket))) hangUp(socket);
    } catch (error) {
      this.log.warn({ err: error }, 'replaced overlay links could not be looked up; trying again');
      setTimeout(() => void this.#hangUpOnReplaced(sessionIds), checkAgainMs).unref();
    }
  }

  #socketsOf(sessionId: string): Socket[] {
    const ids = this.#namespace?.adapter.rooms.get(roomOf(sessionId)) ?? [];
    return [...ids].flatMap((id) => this.#namespace?.sockets.get(id) ?? []);
  }
}

const overlayOf = (socket: Socket): OverlayOf | undefined => (socket.data as { overlay?: OverlayOf }).overlay;

function hangUp(socket: Socket): void {
  socket.emit('overlay-gone', gone);
  socket.disconnect(true);
}

/** Socket.IO hands `data` to the client with the refusal. */
const refusal = (data: { type: string; title: string }) => Object.assign(new Error(data.title), { data });

function readNews(payload: string): OverlayNews | undefined {
  try {
    return JSON.parse(payload) as OverlayNews;
  } catch {
    return undefined;
  }
}
