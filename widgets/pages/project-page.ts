import './topic-page.css';
import { CountUp } from '../money/count-up.js';
import { projectView } from '../views/project-view.js';
import type { HistoryPoint, ProjectFacts, ProjectReport } from '../feed/wire.js';
import { browserScreen } from './browser-screen.js';
import { closeAmountsWhenLeft } from './close-amounts.js';
import { livePlace, readPageData } from './live-place.js';
import { watchPage, watchPast, type Embedded } from './watch-page.js';

const project = readPageData<ProjectFacts & Embedded & { history: HistoryPoint[]; reports: ProjectReport[] }>();
if (project) {
  closeAmountsWhenLeft();
  const put = livePlace('live');
  const counts = new CountUp(draw);
  const topic = `project:${project.id}`;
  const past = watchPast(`/v1/projects/${encodeURIComponent(project.id)}/history`, project.history, draw);
  const watching = watchPage(new Map([[topic, project]]), draw);
  draw();

  function draw(): void {
    const state = watching.state(topic);
    const history = past.upTo(state.snapshot);
    put(projectView(browserScreen(counts), { ...project!, state, link: watching.link(topic), history }));
  }
}
