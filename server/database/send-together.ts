import type { ClientBase } from 'pg';

/** The socket of a pg client, which its types do not tell of. */
interface WithStream {
  connection?: { stream?: { cork?(): void; uncork?(): void } };
}

/**
 * Sends all statements that `work` issues before it first waits as one piece. pg writes each by itself, and for a batch of
 * ten the system calls would cost more than what is in them.
 */
export function sendTogether<T>(client: ClientBase, work: () => T): T {
  const stream = (client as WithStream).connection?.stream;
  stream?.cork?.();
  try {
    return work();
  } finally {
    stream?.uncork?.();
  }
}
