import type { ClientBase } from 'pg';

/** Ids that `order_ids` hands out at once; the sequence's own step (migration 008). */
const block = 1_000n;

/**
 * Ids for new orders, taken from the database a thousand at a time: so an order's id is known before anything is
 * written, and everything that refers to it can be written along with it. Ids of a process that ends are not used; ids
 * name, they do not count.
 */
export class OrderIds {
  #next = 0n;
  #end = 0n;

  async take(client: ClientBase, count: number): Promise<bigint[]> {
    const ids: bigint[] = [];
    while (ids.length < count) {
      if (this.#next === this.#end) {
        const { rows } = await client.query<{ first: bigint }>("SELECT nextval('order_ids') AS first");
        this.#next = rows[0]!.first;
        this.#end = this.#next + block;
      }
      ids.push(this.#next);
      this.#next += 1n;
    }
    return ids;
  }
}
