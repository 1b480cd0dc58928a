import { expect } from 'chai';
import type { Pool } from 'pg';
import { readTogether } from '../../../server/totals/read-together.js';

describe('topics read together', () => {
  /** A database that answers a statement when told to, with an empty state of each topic that begins with "shop:". */
  function database() {
    const statements: { topics: string[]; answer(): void; fail(): void }[] = [];
    const pool = {
      query: ({ values: [topics] }: { values: [string[]] }) =>
        new Promise((resolve, reject) =>
          statements.push({
            topics,
            answer: () =>
              resolve({
                rows: topics
                  .filter((topic) => topic.startsWith('shop:'))
                  .map((topic) => ({
                    ...{ topic, status: null, goal: null, seq: 1, changed_at: new Date() },
                    ...{ recent_gifts: [], recent_seqs: [], totals: null, projects: null },
                  })),
              }),
            fail: () => reject(new Error('away')),
          }),
        ),
    };
    return { statements, read: readTogether(pool as unknown as Pool) };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const names = (count: number) => Array.from({ length: count }, (_, at) => `shop:${at}`);

  it('take a few statements, however many are asked for at once, and each gets its own', async () => {
    const { statements, read } = database();
    const asked = names(500).map(read);
    asked.push(read('session:nobody'));
    for (let at = 0; at < 10; at += 1) {
      await turn();
      statements.forEach(({ answer }) => answer());
    }
    const states = await Promise.all(asked);
    expect(states.map((state) => state?.snapshot.topic)).to.deep.equal([...names(500), undefined]);
    expect(statements.length).to.be.at.most(3);
    expect(statements.flatMap(({ topics }) => topics)).to.have.length(501);
  });

  it('never run more than two statements at a time; what is asked for meanwhile goes together with the next', async () => {
    const { statements, read } = database();
    const asked = [];
    for (const name of names(20)) {
      asked.push(read(name));
      await turn();
    }
    expect(statements).to.have.length(2);
    statements[0]!.answer();
    await turn();
    expect(statements).to.have.length(3);
    expect(statements[2]!.topics).to.have.length(18);
    statements.forEach(({ answer }) => answer());
    await Promise.all(asked);
  });

  it('fail together, and those after them do not', async () => {
    const { statements, read } = database();
    const first = Promise.all(names(3).map((name) => read(name).catch((error: Error) => error.message)));
    await turn();
    statements[0]!.fail();
    expect(await first).to.deep.equal(['away', 'away', 'away']);
    const next = read('shop:1');
    await turn();
    statements[1]!.answer();
    expect((await next)?.snapshot.topic).to.equal('shop:1');
  });
});
