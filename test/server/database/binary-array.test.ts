import { expect } from 'chai';
import fc from 'fast-check';
import { openDatabase, type Database } from '../../../server/database/database.js';
import { bigints, ints, texts, timestamps } from '../../../server/database/binary-array.js';
import { copyDatabase, type TestDatabase } from '../../support/one-database-server.js';

describe('arrays in binary', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  before(async () => {
    testDatabase = await copyDatabase();
    database = openDatabase(testDatabase.address.roles, () => undefined);
  });
  after(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const asRead = async (type: string, array: Buffer, answer = 'text') =>
    (await database.pools.public.query(`SELECT ARRAY(SELECT unnest($1::${type}[])::${answer}) AS list`, [array]))
      .rows[0].list;

  const text = fc.string({ unit: 'binary', maxLength: 20 }).map((given) => given.replaceAll('\u0000', ''));
  const cases = [
    {
      name: 'bigint',
      list: fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      write: (list: bigint[]) => asRead('bigint', bigints(list)),
      expected: (list: bigint[]) => list.map(String),
    },
    {
      name: 'int',
      list: fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      write: (list: number[]) => asRead('int', ints(list)),
      expected: (list: number[]) => list.map(String),
    },
    {
      name: 'text',
      list: fc.array(fc.option(text)),
      write: (list: (string | null)[]) => asRead('text', texts(list)),
      expected: (list: (string | null)[]) => list,
    },
    {
      name: 'timestamptz',
      list: fc.array(fc.option(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) }))),
      write: async (list: (number | null)[]) =>
        asRead('timestamptz', timestamps(list), 'timestamptz').then((read: (Date | null)[]) =>
          read.map((at) => at && at.getTime()),
        ),
      expected: (list: (number | null)[]) => list,
    },
  ] as const;

  for (const { name, list, write, expected } of cases)
    it(`of ${name} arrive as they were, none and many`, async () => {
      await fc.assert(
        fc.asyncProperty(list as fc.Arbitrary<never[]>, async (given) => {
          expect(await write(given)).to.deep.equal(expected(given));
        }),
        { numRuns: 50, examples: [[[]]] },
      );
    });
});
