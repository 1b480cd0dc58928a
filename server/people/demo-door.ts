import type { Express } from 'express';
import type pg from 'pg';
import { inTransaction } from '../database/in-transaction.js';
import { newId } from '../database/new-id.js';
import { Problem } from '../http/problem.js';
import { assertOwnPage, callsUsByName } from '../http/same-origin.js';
import { languages } from './mail/letter-words.js';
import type { SignIn } from './sign-in/sign-in-options.js';
import { sessionCookieValue } from './sign-in/session-cookie.js';

const roles = ['merchant', 'streamer', 'charity', 'operator'] as const;
export type DemoRole = (typeof roles)[number];

const names: Record<DemoRole, string> = {
  merchant: '演示商家 Demo merchant',
  streamer: '演示主播 Demo streamer',
  charity: '演示机构 Demo charity',
  operator: '演示运营方 Demo operator',
};

/** What only a demo has. */
export interface Demo {
  /** The sample organisation of this kind, once it has been made. */
  organisationOf(kind: Exclude<DemoRole, 'operator'>): string | undefined;
}

export interface DemoDoor {
  demo: Demo;
  signIn: SignIn;
  pool: pg.Pool;
  secret: string;
  publicUrl: string;
}

/**
 * In a demo, and nowhere else, one click signs in: whoever can open the page may do everything there. So this stands in no
 * description of the API, and no other server has it.
 */
export function mountDemoDoor(app: Express, { demo, signIn, pool, secret, publicUrl }: DemoDoor): void {
  app.post('/demo/sign-in/:role', async (request, response) => {
    assertOwnPage(request, publicUrl);
    // It asks for nothing else, so a foreign name that leads to this machine must not open it.
    if (!callsUsByName(request, publicUrl))
      throw new Problem('forbidden', 'Open the demo by the address it has printed.');
    const role = roles.find((each) => each === request.params.role);
    if (!role) throw new Problem('not-found', `There is no such role in the demo; use one of ${roles.join(', ')}.`);
    const person = await demoPerson(pool, role, demo);
    const { authCookies, internalAdapter } = await signIn.$context;
    const session = await internalAdapter.createSession(person);
    await pool.query(
      'UPDATE person_sessions SET second_factor_at = CASE WHEN $2 THEN now() END, user_agent = $3 WHERE id = $1',
      [session.id, role === 'operator', request.get('user-agent')?.slice(0, 300) ?? ''],
    );
    const { name, attributes } = authCookies.sessionToken;
    response.cookie(name, sessionCookieValue(session.token, secret), {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: attributes.secure === true,
      // It is written as it is to be read already.
      encode: String,
    });
    const lang = languages.find((each) => each === request.query['lang']);
    response.set('Cache-Control', 'no-store').redirect(303, lang ? `/console?lang=${lang}` : '/console');
  });
}

/** The person of this role, made at the first click. Nobody can sign in as him in another way: he has no password. */
async function demoPerson(pool: pg.Pool, role: DemoRole, demo: Demo): Promise<string> {
  const organisation = role === 'operator' ? undefined : demo.organisationOf(role);
  if (role !== 'operator' && organisation === undefined)
    throw new Problem('conflict', 'The demo is still being set up; try again in a moment.');
  return inTransaction(pool, async ({ client, begun }) => {
    await begun;
    // As the trail shows it; nobody has signed in yet who could be named.
    await client.query(`SELECT set_config('kindcast.actor', $1, true)`, [
      JSON.stringify({ kind: 'system', name: 'the demo' }),
    ]);
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO people (id, name, email, email_verified) VALUES ($1, $2, $3, true)
       ON CONFLICT (email) DO UPDATE SET updated_at = now() RETURNING id`,
      [newId(), names[role], `${role}@demo.invalid`],
    );
    const person = rows[0]!.id;
    if (organisation === undefined)
      await client.query(
        `INSERT INTO operators (person_id, granted_by) VALUES ($1, 'the demo') ON CONFLICT (person_id) DO NOTHING`,
        [person],
      );
    else
      await client.query(
        `INSERT INTO members (organisation_id, person_id, role) VALUES ($1, $2, 'owner')
         ON CONFLICT (organisation_id, person_id) DO NOTHING`,
        [organisation, person],
      );
    return person;
  });
}
