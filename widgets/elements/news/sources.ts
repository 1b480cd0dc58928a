import type { TopicKind } from '../wire.js';
import { AnswerSource } from './answer-source.js';
import type { Polled } from './polled.js';
import { TopicSource } from './topic-source.js';

/** An element that is only moved finds its source again. */
const SWEEP_MS = 60_000;

const known = new Map<string, Polled>();

document.addEventListener('visibilitychange', () => {
  for (const source of known.values()) {
    source.look();
    source.changed();
  }
});

function once<S extends Polled>(name: string, make: () => S): S {
  let source = known.get(name) as S | undefined;
  if (!source) {
    known.set(name, (source = make()));
    // Where pages come and go without a reload, each new source sees to it that those left behind go.
    setTimeout(sweep, SWEEP_MS);
  }
  return source;
}

function sweep(): void {
  for (const [name, { watchers }] of known) if (!watchers.size) known.delete(name);
}

/** The one source of a topic on this page, however many elements show it. */
export function topicSource(server: string, kind: TopicKind, id: string): TopicSource {
  return once(`${server} ${kind}:${id}`, () => new TopicSource(server, kind, id, () => import('../socket/hear.js')));
}

/** The one source of a public answer; `path` is what stands behind /v1/. */
export function answerSource<T>(server: string, path: string, everyMs: number): AnswerSource<T> {
  return once(`${server} ${path}`, () => new AnswerSource<T>(server, path, everyMs));
}
