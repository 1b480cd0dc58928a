// Posts transfers through the ledger's writer as fast as it can, in batches, and tells how many a second.
import { openRecordingPool } from '../../../server/database/database.js';
import { addressOfUrl } from '../../../server/database/roles.js';
import { sendTogether } from '../../../server/database/send-together.js';
import { inTransaction } from '../../../server/database/in-transaction.js';
import { openAccounts, type AccountIds } from '../../../server/ledger/accounts.js';
import { postingTransfers, type NewTransfer } from '../../../server/ledger/post-transfers.js';
import type { PostingPlan, PostingRun } from './run-posting.js';

const { databaseUrl, writers, seconds, warmSeconds, firstKey } = JSON.parse(process.env.BENCH_PLAN!) as PostingPlan;
const batch = 500;
/** Ten accounts in all: five merchants owe, five projects receive. */
const owners = 5;

const pool = openRecordingPool(
  addressOfUrl(databaseUrl).roles,
  (error) => {
    throw error;
  },
  writers,
);

let posted = firstKey;
const eventAt = Date.now();
const nextBatch = (): NewTransfer[] =>
  Array.from({ length: batch }, () => {
    posted += 1;
    return {
      gift: { orderId: BigInt(posted), no: 1, revision: 1 },
      kind: 'pledge',
      debit: { kind: 'merchant-owes', owner: `merchant-${posted % owners}`, currency: 'CNY' },
      credit: { kind: 'project-pending', owner: `project-${(posted >> 3) % owners}`, currency: 'CNY' },
      amount: BigInt(1 + (posted % 997)),
      eventAt,
    };
  });

const accounts: AccountIds = new Map();
let counted = 0;
let phase: 'warm' | 'measured' | 'over' = 'warm';
const writing = Promise.all(
  Array.from({ length: writers }, async () => {
    while (phase !== 'over') {
      const transfers = nextBatch();
      await inTransaction(pool, async ({ client, begun, commit }) => {
        await begun;
        const { ids, found } = await openAccounts(client, transfers, accounts);
        const statements = postingTransfers(transfers, ids);
        await sendTogether(client, () => [...statements.map((statement) => client.query(statement)), commit()]);
        return found;
      }).then((found) => found.forEach((id, name) => accounts.set(name, id)));
      if (phase === 'measured') counted += transfers.length;
    }
  }),
);
const wait = (s: number) => new Promise((resolve) => setTimeout(resolve, s * 1_000));

await wait(warmSeconds);
phase = 'measured';
const [from, cpu] = [performance.now(), process.cpuUsage()];
await wait(seconds);
phase = 'over';
const took = (performance.now() - from) / 1_000;
const used = process.cpuUsage(cpu);
await writing;
await pool.end();
process.send!({
  rate: counted / took,
  cores: (used.user + used.system) / 1e6 / took,
  lastKey: posted,
} satisfies PostingRun);
