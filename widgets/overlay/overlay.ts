import './overlay.css';
import { CountUp } from '../money/count-up.js';
import { browserScreen } from '../pages/browser-screen.js';
import { livePlace, readPageData } from '../pages/live-place.js';
import { watchSessions, type EmbeddedSession } from '../pages/watch-sessions.js';
import { overlayView } from '../views/overlay-view.js';
import { GiftQueue } from './gift-queue.js';

const session = readPageData<EmbeddedSession>();
if (session) {
  const put = livePlace('live');
  const counts = new CountUp(draw);
  const queue = new GiftQueue();
  const watched = watchSessions([session], draw);
  let nextGift: ReturnType<typeof setTimeout> | undefined;
  draw();

  function draw(): void {
    const [shown] = watched.shown();
    if (!shown) return;
    const now = Date.now();
    queue.take(shown.state.gifts);
    put(overlayView(browserScreen(counts), shown, queue.onAir(now)));
    const wait = queue.waitMs(now);
    clearTimeout(nextGift);
    if (wait !== undefined) nextGift = setTimeout(draw, wait);
  }
}
