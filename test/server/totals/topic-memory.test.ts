import { expect } from 'chai';
import fc from 'fast-check';
import type { TopicState } from '../../../server/totals/snapshot.js';
import { TopicMemory } from '../../../server/totals/topic-memory.js';

/** A database of one number per topic, whose readings take until they are let through, and a clock turned by hand. */
function village() {
  const seqs = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let [nowMs, reads, away] = [0, 0, false];
  const state = (topic: string): TopicState | undefined => {
    const seq = seqs.get(topic);
    return seq === undefined
      ? undefined
      : { snapshot: { topic, seq, at: '2026-11-25T10:00:00.000Z', totals: [], projects: [] }, gifts: [] };
  };
  const memory = new TopicMemory(
    (topic) =>
      new Promise((resolve, reject) => {
        reads += 1;
        // What it reads is what stands when it gets through.
        waiting.push(() => (away ? reject(new Error('away')) : resolve(state(topic))));
      }),
    () => nowMs,
  );
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return {
    memory,
    reads: () => reads,
    sell: (topic: string) => void seqs.set(topic, (seqs.get(topic) ?? 0) + 1),
    letThrough: async (count = Infinity) => {
      for (let at = 0; at < count && waiting.length > 0; at += 1) {
        waiting.shift()!();
        await settle();
      }
    },
    pass: (ms: number) => (nowMs += ms),
    loseDatabase: (lost: boolean) => (away = lost),
  };
}

describe('what is remembered of topics', () => {
  const seqOf = async (known: unknown) => ((await known) as { seq: number } | undefined)?.seq;

  it('is read once, however many ask at once', async () => {
    const { memory, sell, letThrough, reads } = village();
    sell('shop:a');
    const asked = Array.from({ length: 1_000 }, () => memory.recent('shop:a'));
    await letThrough();
    expect(new Set(await Promise.all(asked.map(seqOf)))).to.deep.equal(new Set([1]));
    expect(reads()).to.equal(1);
    expect(memory.recent('shop:a')).to.not.be.instanceOf(Promise);
  });

  it('is read again for who asks after a change, also when a reading is on its way that began before', async () => {
    const { memory, sell, letThrough, reads } = village();
    sell('shop:a');
    const before = memory.recent('shop:a');
    sell('shop:a');
    memory.touch('shop:a');
    const after = [memory.recent('shop:a'), memory.newest('shop:a')];
    await letThrough();
    expect(await seqOf(before)).to.equal(2);
    expect(await Promise.all(after.map(seqOf))).to.deep.equal([2, 2]);
    expect(reads()).to.equal(2);
  });

  it('costs five readings a second while it changes all the time, and nobody who asks over HTTP waits for more', async () => {
    const { memory, sell, letThrough, pass, reads } = village();
    sell('shop:a');
    const first = memory.recent('shop:a');
    await letThrough();
    await first;
    for (let ms = 0; ms < 10_000; ms += 10) {
      sell('shop:a');
      memory.touch('shop:a');
      const asked = memory.recent('shop:a');
      await letThrough();
      await asked;
      pass(10);
    }
    expect(reads()).to.be.within(50, 62);
    // And it is never older than that.
    memory.heardAll(10_000);
    pass(200);
    const last = memory.recent('shop:a');
    await letThrough();
    expect(await seqOf(last)).to.equal(1_001);
  });

  it('is not trusted for more than a second while nobody says that he hears of changes', async () => {
    const { memory, sell, letThrough, pass } = village();
    sell('shop:a');
    const first = memory.recent('shop:a');
    await letThrough();
    await first;
    // A change that nobody tells of.
    sell('shop:a');
    pass(999);
    expect(await seqOf(memory.recent('shop:a'))).to.equal(1);
    pass(1);
    const then = memory.recent('shop:a');
    await letThrough();
    expect(await seqOf(then)).to.equal(2);
    // With somebody who hears, it stays.
    pass(60_000);
    memory.heardAll(61_000 - 500);
    expect(memory.recent('shop:a')).to.not.be.instanceOf(Promise);
  });

  it('fails for all who asked while the database is away, and is read again afterwards', async () => {
    const { memory, sell, letThrough, loseDatabase } = village();
    sell('shop:a');
    loseDatabase(true);
    const asked = [1, 2, 3].map(() => memory.newest('shop:a').catch((error: Error) => error.message));
    await letThrough();
    expect(await Promise.all(asked)).to.deep.equal(['away', 'away', 'away']);
    loseDatabase(false);
    const again = memory.newest('shop:a');
    await letThrough();
    expect(await seqOf(again)).to.equal(1);
  });

  it('knows for a second that there is no such topic, unless it begins to be one', async () => {
    const { memory, sell, letThrough, pass, reads } = village();
    const ask = async () => {
      const asked = memory.recent('shop:new');
      await letThrough();
      return seqOf(asked);
    };
    expect([await ask(), await ask(), reads()]).to.deep.equal([undefined, undefined, 1]);
    sell('shop:new');
    memory.touch('shop:new');
    expect(await ask()).to.equal(1);
    const before = reads();
    for (let stranger = 0; stranger < 10_000; stranger += 1) void memory.recent(`shop:${stranger}`);
    await letThrough();
    expect(memory.size, 'strangers leave nothing behind').to.equal(1);
    pass(1_000);
    void memory.recent('shop:9999');
    expect(reads()).to.equal(before + 10_001);
  });

  it('takes at most 32 MB; the longest not asked for goes first', async () => {
    const { memory, sell, letThrough } = village();
    const names = Array.from({ length: 25_000 }, (_, at) => `shop:${at}`);
    for (const name of names) {
      sell(name);
      void memory.newest(name);
    }
    await letThrough();
    expect(memory.bytes).to.be.within(31 * 1024 * 1024, 32 * 1024 * 1024);
    expect(memory.size).to.be.lessThan(25_000);
    expect(memory.recent(names.at(-1)!)).to.not.be.instanceOf(Promise);
    expect(memory.recent(names[0]!)).to.be.instanceOf(Promise);
  });

  it('is never older than the last change told before one asked, whatever happens in whatever order', async () => {
    const happening = fc.constantFrom('sell', 'ask', 'let one through', 'lose', 'find', 'a while', 'gap');
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60 }), async (happenings) => {
        const { memory, sell, letThrough, pass, loseDatabase } = village();
        const answers: Promise<void>[] = [];
        let told = 1;
        sell('shop:a');
        for (const each of happenings) {
          if (each === 'sell') {
            sell('shop:a');
            memory.touch('shop:a');
            told += 1;
          } else if (each === 'ask') {
            const atLeast = told;
            answers.push(
              memory.newest('shop:a').then(
                (known) => expect(known!.seq).to.be.at.least(atLeast),
                (error: Error) => expect(error.message).to.equal('away'),
              ) as Promise<never>,
            );
          } else if (each === 'let one through') await letThrough(1);
          else if (each === 'lose' || each === 'find') loseDatabase(each === 'lose');
          else if (each === 'gap') memory.touchAll();
          else pass(300);
        }
        loseDatabase(false);
        await letThrough();
        await Promise.all(answers);
        const last = memory.newest('shop:a');
        await letThrough();
        expect((await last)!.seq).to.equal(told);
      }),
      { numRuns: 2_000 },
    );
  });
});
