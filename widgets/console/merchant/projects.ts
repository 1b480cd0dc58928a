import { api, type Project } from './api.js';

/** Projects that a merchant may give to. */
export async function projectsToChoose(): Promise<Project[]> {
  const projects: Project[] = [];
  for await (const project of api.each('/v1/projects', { params: { query: { limit: 200 } } })) {
    projects.push(project);
    if (projects.length >= projectsMax) break;
  }
  return projects;
}

/** More than anybody scrolls through. */
const projectsMax = 1_000;
