import { newId } from '../../server/database/new-id.js';
import type { Kindcast } from './start-kindcast.js';

/** A streamer's organisation without people: tests that act for it call as the operator, or make a caller of their own. */
export async function settleHost({ testDatabase }: Kindcast, name = '李梅 Li Mei'): Promise<string> {
  const id = newId();
  await testDatabase.asOwner(async (owner) => {
    // The owner of the tables sees no organisation's rows either, unless he says that he acts for all.
    await owner.query(`SELECT set_config('kindcast.operator', 'on', false)`);
    await owner.query(`INSERT INTO organisations (id, kind, name) VALUES ($1, 'streamer', $2)`, [id, name]);
  });
  return id;
}
