/** What a plain server is asked to tell its watchers until it is stopped. */
export interface Telling {
  topics: string[];
  /** Topics told at one time, and how long until the next ones are told. */
  together: number;
  everyMs: number;
  /** The texts of `totals` and `gifts`, as ours sent them of a topic like these. */
  messages: { totals: string; gifts: string };
}

/** How a plain server tells a topic; prepared once for each {@link Telling}. */
export type Tell = (topic: string, seq: number) => void;

/** All of the same length, so that a number can be written over another. */
export const firstSeq = 1_000_000;

/** Takes orders to tell from the process that started this one, and says which numbers it told last. */
export function tellWhenAsked(prepare: (telling: Telling) => Tell): void {
  let timer: NodeJS.Timeout | undefined;
  let seqs = new Map<string, number>();
  process.on('message', (message: { tell: Telling } | 'stop') => {
    clearInterval(timer);
    if (message === 'stop') return void process.send!({ told: [...seqs] });
    const { topics, together, everyMs } = message.tell;
    const tell = prepare(message.tell);
    let next = 0;
    // Goes on from number to number when the same topics are told again.
    seqs = new Map(topics.map((topic) => [topic, seqs.get(topic) ?? firstSeq]));
    timer = setInterval(() => {
      for (let told = 0; told < together; told += 1) {
        const topic = topics[next]!;
        const seq = seqs.get(topic)! + 1;
        seqs.set(topic, seq);
        tell(topic, seq);
        next = (next + 1) % topics.length;
      }
    }, everyMs);
  });
  process.on('SIGTERM', () => process.exit(0));
  process.on('disconnect', () => process.exit(0));
}
