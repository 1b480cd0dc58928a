import { expect } from 'chai';
import type { Pool } from 'pg';
import { boards } from '../../../server/live/board.js';

/** A database that counts how often it is asked, and answers when told to. */
function countingPool() {
  const asked: string[] = [];
  const answers: ((answer: { rows: unknown[] } | Error) => void)[] = [];
  const query = ({ name }: { name: string }) => {
    asked.push(name);
    return new Promise((resolve, reject) =>
      answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
    );
  };
  return { pool: { query } as unknown as Pool, asked, answers };
}

describe('the boards', () => {
  it('are read once for all who ask at the same time and a moment later, each kind for itself', async () => {
    const { pool, asked, answers } = countingPool();
    const read = boards(pool);
    const crowd = Array.from({ length: 100 }, () => read('session'));
    void read('shop');
    expect(asked).to.deep.equal(['board-session', 'board-shop']);
    answers[0]!({ rows: [] });
    const [first] = await Promise.all(crowd);
    expect(await read('session')).to.equal(first);
    expect(asked).to.have.length(2);
  });

  it('are read again after a failure, which only those hear who waited for it', async () => {
    const { pool, asked, answers } = countingPool();
    const read = boards(pool);
    const waiting = read('region');
    answers[0]!(new Error('away'));
    expect(await waiting.catch((error: Error) => error.message)).to.equal('away');
    const next = read('region');
    answers[1]!({ rows: [] });
    expect((await next).byCurrency.size).to.equal(0);
    expect(asked).to.have.length(2);
  });
});
