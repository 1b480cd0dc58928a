import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

const running = new Set<ChildProcess>();

export interface ForkOptions {
  env?: Record<string, string>;
  /** Flags of node; default runs TypeScript. */
  flags?: string[];
}

/** Starts a program of this repository (path from its root) as a child with a channel for messages. */
export function forkProgram(
  program: string,
  { env = {}, flags = ['--import', 'tsx'] }: ForkOptions = {},
): ChildProcess {
  const child = fork(path.join(root, program), {
    cwd: root,
    execArgv: flags,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends every child that still runs: for a bench that is told to stop in the middle. */
export async function endChildren(): Promise<void> {
  await Promise.all([...running].map(endChild));
}

/** The next message of a child that satisfies; fails when the child ends first. */
export function nextMessage<T>(child: ChildProcess, wanted: (message: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A child process ended early, with code ${code}.`));
    const hear = (message: unknown) => {
      if (!wanted(message as T)) return;
      child.off('message', hear);
      child.off('exit', ended);
      resolve(message as T);
    };
    child.on('message', hear);
    child.once('exit', ended);
  });
}

/** The first line of a child's output that matches. */
export function lineOf(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-10_000);
      const match = pattern.exec(text);
      if (match) resolve(match);
    });
    child.once('exit', (code) => reject(new Error(`A server ended before it listened, with code ${code}.`)));
  });
}

export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await exited;
  clearTimeout(late);
}
