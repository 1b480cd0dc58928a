import type { Express, Request } from 'express';
import type { Settings } from '../config.js';
import type { Database } from '../database/database.js';
import type { Guarded } from '../http/access.js';
import type { BodiesInHand } from '../http/bodies-in-hand.js';
import type { Caller } from '../http/caller.js';
import type { TroubleLog } from '../log/calm-log.js';
import type { Seal } from '../secrets/seal.js';
import { mountDemoDoor, type Demo } from './demo-door.js';
import { findApiKeyWith } from './api-keys.js';
import type { Credentials } from './find-caller.js';
import { letterWords } from './mail/letter-words.js';
import { openPost, type Post } from './mail/post.js';
import { writeLetter } from './mail/write-letter.js';
import { OwnBrowser, type OwnBrowserNeeds } from './sign-in/own-browser.js';
import { Sessions } from './sign-in/sessions.js';
import { mountSignIn } from './sign-in/sign-in-door.js';
import { SignInLimits } from './sign-in/sign-in-limits.js';
import { languageOf, openBetterAuth, type SignIn, type SignInNeeds } from './sign-in/sign-in-options.js';

export interface PeopleNeeds {
  settings: Settings;
  database: Pick<Database, 'pools'>;
  seal: Seal;
  log: TroubleLog;
  /** Where letters are shown that nobody sends (`Settings.showLetters`). */
  showLetter?: (line: string) => void;
  /** In a demo alone: one click signs in. */
  demo?: Demo | undefined;
}

/** Everything about people: who signs in, what belongs to whom. */
export interface People {
  /** For the guard in front of every route. */
  credentials: Credentials;
  sessions: Sessions;
  signIn: SignIn;
  limits: SignInLimits;
  post: Post;
  /** Opens the addresses of signing in. */
  mount(
    app: Express,
    door: { bodies: BodiesInHand; authorise(request: Request, access: Exclude<Guarded, 'public'>): Promise<Caller> },
  ): void;
  stop(): Promise<void>;
}

export function openPeople({ settings, database, seal, log, showLetter, demo }: PeopleNeeds): People {
  const { publicUrl, proxies } = settings;
  const pool = database.pools.people;
  const secret = seal.keyFor('people v1');
  const limits = new SignInLimits(pool);
  const post = openPost(settings, log, showLetter ?? ((line) => void process.stdout.write(`${line}\n`)));
  const signIn = openBetterAuth({ pool, publicUrl, secret, limits, log, letters: lettersBy(post, publicUrl) });
  const sessions = new Sessions(pool, limits, secret, publicUrl);
  return {
    credentials: { personOf: (request) => sessions.person(request), apiKey: findApiKeyWith(pool) },
    sessions,
    signIn,
    limits,
    post,
    mount(app, door) {
      const keep: OwnBrowserNeeds['keep'] = async (proof) =>
        (await signIn.$context).internalAdapter.createVerificationValue(proof);
      const ownBrowser = new OwnBrowser({ pool, secret, publicUrl, keep });
      mountSignIn(app, { ...door, signIn, sessions, ownBrowser, limits, post, publicUrl, proxies });
      if (demo) mountDemoDoor(app, { demo, signIn, pool, secret, publicUrl });
    },
    async stop() {
      await post.stop();
    },
  };
}

function lettersBy(post: Post, publicUrl: string): SignInNeeds['letters'] {
  return {
    verify(person, token, then) {
      const next = then.startsWith('/console') ? then : '/console';
      const link = `${publicUrl}/auth/verify-email?${new URLSearchParams({ token, callbackURL: next })}`;
      const language = languageOf(person);
      post.send(writeLetter(person.email, language, letterWords[language].verify(person.name), link));
    },
    alreadyHere(person) {
      const language = languageOf(person);
      const words = letterWords[language].alreadyHere(person.name);
      post.send(writeLetter(person.email, language, words, `${publicUrl}/console/sign-in`));
    },
    reset(person, token) {
      const language = languageOf(person);
      const link = `${publicUrl}/console/reset-password/${token}`;
      post.send(writeLetter(person.email, language, letterWords[language].reset(person.name), link));
    },
  };
}
