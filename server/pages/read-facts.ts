import type { Pool } from 'pg';
import { ShortMemory } from '../database/short-memory.js';
import { projectsOfSession } from '../giving/projects-of-session.js';
import { readProjectFacts, readReports, type ProjectFacts, type ReportFacts } from '../projects/projects-for-pages.js';
import type { HistoryMemory } from '../totals/history-memory.js';
import { readTopics } from '../totals/snapshot.js';
import { topicOf } from '../totals/topics.js';
import type { ProjectForPage, SessionFacts, SessionForPage, Snapshot } from './page-data.js';

/** Rules and charities change seldom, and a crowd opens a page at once. */
const remembered = { forMs: 10_000, entriesMax: 500 };

/** Reads what the public pages say besides the totals: the past, the projects and who is behind them. */
export function readFacts(pool: Pool, history: HistoryMemory) {
  const projects = new ShortMemory<ProjectFacts[]>(remembered);
  const reports = new ShortMemory<ReportFacts[]>(remembered);
  return {
    async sessionFacts({ id, snapshot }: SessionForPage): Promise<SessionFacts> {
      const [facts, past] = await Promise.all([
        projects.get(`session ${id}`, async () => readProjectFacts(pool, await projectsOfSession(pool, id))),
        history.upTo(snapshot),
      ]);
      return { projects: facts, history: past };
    },
    async projectById(id: string): Promise<ProjectForPage | undefined> {
      const topic = topicOf('project', id);
      const state = (await readTopics(pool, [topic])).get(topic);
      if (!state) return undefined;
      const [[project], past, told] = await Promise.all([
        projects.get(`project ${id}`, () => readProjectFacts(pool, [id])),
        history.upTo(state.snapshot),
        reports.get(id, () => readReports(pool, id)),
      ]);
      return (
        project && {
          ...project,
          snapshot: state.snapshot as Snapshot,
          gifts: state.gifts,
          history: past,
          reports: told,
        }
      );
    },
  };
}
