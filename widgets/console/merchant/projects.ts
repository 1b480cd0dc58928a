import { api, type Charity, type ProjectRow } from './api.js';

/** A project with the charity behind it. */
export type Project = ProjectRow & { charity: { name: string; verified: boolean } | undefined };

/** More than anybody scrolls through. */
const projectsMax = 1_000;

/** Projects that a merchant may give to, those of verified charities first. */
export async function projectsToChoose(): Promise<Project[]> {
  const charities = new Map<string, Charity>();
  for await (const charity of api.each('/v1/charities', { params: { query: { limit: 200 } } })) {
    charities.set(charity.id, charity);
    if (charities.size >= projectsMax) break;
  }
  const projects: Project[] = [];
  for await (const project of api.each('/v1/projects', { params: { query: { limit: 200 } } })) {
    const charity = charities.get(project.charityId);
    projects.push({ ...project, charity: charity && { name: charity.name, verified: charity.verified === true } });
    if (projects.length >= projectsMax) break;
  }
  return projects.sort((a, b) => rank(a) - rank(b));
}

const rank = ({ charity }: Project) => (charity?.verified ? 0 : 1);
