import { DatabaseStartError } from './database/embedded-errors.js';
import { SettingsError } from './config.js';

/** Something that runs until it is stopped; `failed` settles when it cannot go on. */
export interface Running {
  stop(reason?: string): Promise<void>;
  failed?: Promise<Error>;
  /** Settles with the reason when somebody other than a signal wants it to stop. */
  toldToStop?: Promise<string>;
}

/** The program cannot go on, for a reason that one sentence says; no setting is to blame. */
export class GivingUp extends Error {
  override name = 'GivingUp';
}

/** The contract allows ten seconds for an orderly end; a second is kept for the unforeseen. */
const stopMsMax = 9_000;

/**
 * Runs until SIGINT or SIGTERM, then stops in order. Exit codes: 0 ended well, 1 failed, 2 wrong settings; 1 and 2 with
 * one sentence on stderr.
 */
export async function runUntilSignal(start: () => Promise<Running>): Promise<never> {
  const signalled = new Promise<string>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
  let running: Running;
  try {
    running = await start();
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    process.exit(wrongSettings(error) ? 2 : 1);
  }
  const never = new Promise<never>(() => undefined);
  const failure = await Promise.race([
    Promise.race([signalled, running.toldToStop ?? never]).then(() => undefined),
    running.failed ?? never,
  ]);
  if (failure) process.stderr.write(`${sentence(failure)}\n`);
  const late = setTimeout(() => process.exit(1), stopMsMax);
  try {
    await running.stop(failure ? 'the server failed' : 'the server is stopping');
  } catch (error) {
    process.stderr.write(`Stopping was not orderly: ${sentence(error)}\n`);
    process.exit(1);
  }
  clearTimeout(late);
  process.exit(failure ? 1 : 0);
}

/** Whether a setting, and not the program, is to blame. */
export const wrongSettings = (error: unknown): boolean =>
  error instanceof SettingsError || error instanceof DatabaseStartError;

/** What is said of an error: one sentence if it is meant for a person, else all that helps to find the fault. */
export function sentence(error: unknown): string {
  if (wrongSettings(error) || error instanceof GivingUp) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
