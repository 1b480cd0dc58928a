import type { TopicKind } from '../wire.js';
import { AnswerSource } from './answer-source.js';
import type { Polled } from './polled.js';
import { TopicSource } from './topic-source.js';

const known = new Map<string, Polled>();

function once<S extends Polled>(name: string, make: () => S): S {
  const source = (known.get(name) as S | undefined) ?? make();
  known.set(name, source);
  return source;
}

/** The one source of a topic on this page, however many elements show it. */
export function topicSource(server: string, kind: TopicKind, id: string): TopicSource {
  return once(`${server} ${kind}:${id}`, () => new TopicSource(server, kind, id, () => import('../socket/hear.js')));
}

/** The one source of a public answer; `path` is what stands behind /v1/. */
export function answerSource<T>(server: string, path: string, everyMs: number): AnswerSource<T> {
  return once(`${server} ${path}`, () => new AnswerSource<T>(server, path, everyMs));
}
