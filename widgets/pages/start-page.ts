import './start-page.css';
import { CountUp } from '../money/count-up.js';
import { sessionsView } from '../views/start-view.js';
import { browserScreen } from './browser-screen.js';
import { closeAmountsWhenLeft } from './close-amounts.js';
import { livePlace, readPageData } from './live-place.js';
import { watchSessions, type EmbeddedSession } from './watch-sessions.js';

// The server embeds no more sessions than one socket may watch: one that stands still must not look live.
const sessions = readPageData<EmbeddedSession[]>() ?? [];
if (sessions.length > 0) {
  closeAmountsWhenLeft();
  const put = livePlace('live');
  const counts = new CountUp(draw);
  const watched = watchSessions(sessions, draw);
  draw();

  function draw(): void {
    put(sessionsView(browserScreen(counts), watched.shown()));
  }
}
