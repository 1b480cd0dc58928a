import './overlay.css';
import { CountUp } from '../money/count-up.js';
import { browserScreen } from '../pages/browser-screen.js';
import { livePlace, readPageData } from '../pages/live-place.js';
import { watchSessions, type EmbeddedSession } from '../pages/watch-sessions.js';
import type { Milestone, OverlayExtras } from '../views/overlay/overlay-shown.js';
import { overlayGoneView, overlayView } from '../views/overlay/overlay-view.js';
import { Chime } from './chime.js';
import { Milestones, notebookOf } from './milestones.js';
import { OnAir } from './on-air.js';

const CELEBRATES_MS = 6_000;

const embedded = readPageData<EmbeddedSession & OverlayExtras>();
if (embedded) run(embedded);

function run({ options, qr, ...session }: EmbeddedSession & OverlayExtras): void {
  const put = livePlace('live');
  const counts = new CountUp(draw);
  const chime = options.sound ? new Chime() : undefined;
  const onAir = new OnAir(options.layout, ({ kind }) => chime?.ring(kind));
  const milestones = new Milestones(notebookOf(session.id));
  let celebrated: { milestone: Milestone; until: number } | undefined;
  let gone = false;
  let next: ReturnType<typeof setTimeout> | undefined;
  const watched = watchSessions([session], draw, {
    key: decodeURIComponent(location.pathname.split('/')[2] ?? ''),
    onTestGift({ gift }) {
      onAir.takeTest(gift);
      draw();
    },
    onGone() {
      gone = true;
      draw();
    },
  });
  draw();

  function draw(): void {
    const [shown] = watched.shown();
    if (!shown) return;
    const screen = browserScreen(counts);
    clearTimeout(next);
    if (gone) return put(overlayGoneView(screen));
    const now = Date.now();
    const { snapshot, gifts } = shown.state;
    if (snapshot) {
      onAir.take(gifts, now);
      celebrate(milestones.take(snapshot), now);
    }
    if (celebrated && now >= celebrated.until) celebrated = undefined;
    const alerts = onAir.shown(now);
    put(overlayView(screen, { session: shown, options, qr, alerts, milestone: celebrated?.milestone }));
    const waits = [onAir.waitMs(now), celebrated && celebrated.until - now].filter((wait) => wait !== undefined);
    if (waits.length > 0) next = setTimeout(draw, Math.min(...waits));
  }

  function celebrate([milestone]: readonly Milestone[], now: number): void {
    if (!milestone || !options.milestones) return;
    celebrated = { milestone, until: now + CELEBRATES_MS };
    chime?.ring('milestone');
  }
}
