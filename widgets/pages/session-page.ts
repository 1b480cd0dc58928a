import './session-page.css';
import { CountUp } from '../money/count-up.js';
import { sessionView } from '../views/session-view.js';
import { browserScreen } from './browser-screen.js';
import { livePlace, readPageData } from './live-place.js';
import { watchSessions, type EmbeddedSession } from './watch-sessions.js';

const session = readPageData<EmbeddedSession>();
if (session) {
  const put = livePlace('live');
  const counts = new CountUp(draw);
  const watched = watchSessions([session], draw);
  draw();

  function draw(): void {
    const [shown] = watched.shown();
    if (shown) put(sessionView(browserScreen(counts), shown));
  }
}
