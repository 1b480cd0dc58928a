import { z } from 'zod';
import { defineRoute, type Route } from '../http/define-route.js';
import { id } from '../http/wire.js';
import { ownSession } from '../live/own-session.js';
import { readScriptFacts } from './script-facts.js';
import { scriptLines } from './script-lines.js';

/** What a host can say next. */
export const scriptRoute: Route = defineRoute({
  method: 'get',
  path: '/v1/sessions/{id}/script',
  summary: 'What a host can say now, in every language, made of what is true; what fits best stands first',
  params: z.object({ id }),
  answer: {
    status: 200,
    description: 'The lines of this moment; plain text',
    schema: z.object({
      at: z.string(),
      lines: z.array(
        z.object({
          id: z.string().openapi({ description: 'stays for as long as the line means the same' }),
          kind: z.enum(['welcome', 'item', 'impact', 'milestone', 'thanks', 'went-down', 'total', 'page', 'goodbye']),
          words: z.object({ en: z.string(), 'zh-CN': z.string() }),
        }),
      ),
    }),
  },
  handle: async ({ db, params, caller }) => {
    const facts = await readScriptFacts(db, await ownSession(db, caller, params.id));
    const now = new Date();
    return { body: { at: now.toISOString(), lines: scriptLines(facts, now) } };
  },
});
