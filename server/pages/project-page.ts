import { nothingKnown, takeAnswer } from '../../widgets/feed/take-news.js';
import { projectView } from '../../widgets/views/project-view.js';
import type { Screen } from '../../widgets/views/screen.js';
import { howItWorks } from './how-it-works.js';
import { embedJson, html } from './html.js';
import type { ProjectForPage } from './page-data.js';
import { pageFrame } from './page-frame.js';
import { givenInWords, sharePicture } from './share-links.js';

/** The public page of one project, complete without any script. */
export function projectPage(screen: Screen, project: ProjectForPage, publicUrl: string): string {
  const { words } = screen;
  const { snapshot, gifts } = project;
  const address = `${publicUrl}/projects/${encodeURIComponent(project.id)}`;
  const given = givenInWords(screen, snapshot);
  const state = takeAnswer(nothingKnown, snapshot, gifts, screen.now);
  return pageFrame(screen, {
    title: project.title,
    description: `${words.givenToProject}: ${given}. ${words.ofCharity(project.charity.name)}`,
    name: 'project-page',
    script: true,
    address,
    picture: sharePicture(screen, address, project, given),
    main: html`<div id="live">${projectView(screen, { ...project, state })}</div>
      ${howItWorks(screen)}`,
    data: embedJson('page-data', project),
  });
}
