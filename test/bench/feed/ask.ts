import type { ChildProcess } from 'node:child_process';
import { nextMessage } from '../machine/child-process.js';

/** What a child can be asked for: by name what it needs to know and what it answers. */
export type Questions = Record<string, { needs: unknown; answer: unknown }>;

/** Asks a child, and waits for its answer. */
export type Ask<All extends Questions> = <Name extends keyof All & string>(
  name: Name,
  needs: All[Name]['needs'],
) => Promise<All[Name]['answer']>;

let asked = 0;

/** For the process that asks. */
export function askOf<All extends Questions>(child: ChildProcess): Ask<All> {
  return async (name, needs) => {
    const id = (asked += 1);
    const answered = nextMessage<{ id: number; value: All[typeof name]['answer']; error?: string }>(
      child,
      (message) => message.id === id,
    );
    child.send({ id, name, needs: needs ?? null });
    const { value, error } = await answered;
    if (error) throw new Error(`A child could not ${name}: ${error}`);
    return value;
  };
}

export type Answers<All extends Questions> = {
  [Name in keyof All]: (needs: All[Name]['needs']) => Promise<All[Name]['answer']>;
};

/** For the child; it ends with the process that asks. */
export function answerWith<All extends Questions>(answers: Answers<All>): void {
  process.on('message', ({ id, name, needs }: { id: number; name: keyof All; needs: never }) => {
    answers[name](needs).then(
      (value) => process.send!({ id, value }),
      (error: Error) => process.send!({ id, error: error.message }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}
