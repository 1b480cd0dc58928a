import type { ClientBase, QueryConfig } from 'pg';

/** One statement, with its values encoded. */
export type Statement = Required<Pick<QueryConfig, 'name' | 'text'>> & { values: unknown[] };

/** The socket of a pg client, which its types do not tell of. */
interface WithStream {
  connection?: { stream?: { cork?(): void; uncork?(): void } };
}

/**
 * Sends all statements that `issue` issues as one piece. pg writes each by itself, and for a batch of ten the system calls
 * would cost more than what is in them.
 *
 * @param issue answers what it waits for, in the order in which it was sent; must not throw once it has sent something
 * @throws the first failure in that order: those that follow a failed statement in its transaction only say that it failed
 */
export async function sendTogether<T extends readonly Promise<unknown>[]>(
  client: ClientBase,
  issue: () => readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const stream = (client as WithStream).connection?.stream;
  stream?.cork?.();
  let sent: readonly [...T];
  try {
    sent = issue();
  } finally {
    stream?.uncork?.();
  }
  const results = await Promise.allSettled(sent);
  const failure = results.find((result): result is PromiseRejectedResult => result.status === 'rejected');
  if (failure) throw failure.reason;
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as never;
}
