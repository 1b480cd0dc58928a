import './topic-page.css';
import { CountUp } from '../money/count-up.js';
import { sessionView } from '../views/session-view.js';
import type { HistoryPoint, ProjectFacts } from '../feed/wire.js';
import { browserScreen } from './browser-screen.js';
import { closeAmountsWhenLeft } from './close-amounts.js';
import { livePlace, readPageData } from './live-place.js';
import { watchPast } from './watch-page.js';
import { watchSessions, type EmbeddedSession } from './watch-sessions.js';

const session = readPageData<EmbeddedSession & { projects: ProjectFacts[]; history: HistoryPoint[] }>();
if (session) {
  closeAmountsWhenLeft();
  const put = livePlace('live');
  const counts = new CountUp(draw);
  const { projects, history, ...rest } = session;
  const past = watchPast(`/v1/sessions/${encodeURIComponent(session.id)}/history`, history, draw);
  const watched = watchSessions([rest], draw);
  draw();

  function draw(): void {
    const [shown] = watched.shown();
    if (!shown) return;
    put(sessionView(browserScreen(counts), { ...shown, projects, history: past.upTo(shown.state.snapshot) }));
  }
}
