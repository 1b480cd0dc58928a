import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sealWith } from '../../server/secrets/seal.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';
import { cleanUpProcesses, onDatabase, runToEnd, startProcess, temporaryFolder } from '../support/server-process.js';
import { send, settle } from '../support/village.js';

describe('a new secret key (npm run rotate-key)', function () {
  this.timeout(120_000);
  let database: TestDatabase;
  beforeEach(async () => {
    database = await copyDatabase();
  });
  afterEach(async () => {
    await cleanUpProcesses();
    await database.drop();
  });

  const keyIn = (folder: string, file = 'secret-key') => readFileSync(path.join(folder, file), 'utf8').trim();
  const sealed = async () =>
    (
      await database.asOwner((owner) => owner.query(`SELECT webhook_secret AS value FROM shops ORDER BY created_at`))
    ).rows.map(({ value }) => value as Buffer);
  const keptIn = (folder: string) => ({
    program: 'rotate-key' as const,
    env: onDatabase(database.url, { KINDCAST_SECRET_KEY: '', KINDCAST_DATA: folder }),
  });
  const root = async (key: string) => {
    const { rows } = await database.asOwner((owner) => owner.query('SELECT value FROM kept_secrets'));
    return sealWith(key).open(rows[0].value).toString();
  };
  const unreadable = { id: 1, note: 'no order' };

  it('seals everything anew while two servers run, and both go on verifying and sealing', async () => {
    const data = temporaryFolder();
    const { env } = keptIn(data);
    const [one, two] = [await startProcess({ env }), await startProcess({ env })];
    const asked = await settle(one.url);
    const unasked = await settle(one.url);
    expect((await send(asked, 'orders/paid', unreadable)).body.outcome).to.equal('dead-letter');
    const first = keyIn(data);
    const rootBefore = await root(first);

    const rotation = await runToEnd(keptIn(data));
    expect(rotation).to.include({ code: 0, stderr: '' });
    // Two shops, one dead letter, the root of derived keys, and no answer: nobody sent an Idempotency-Key.
    expect(rotation.stdout).to.contain('There is a new secret key').and.to.contain('4 sealed values were sealed anew');
    expect([keyIn(data) === first, keyIn(data, 'secret-key.previous')]).to.deep.equal([false, first]);
    const onlyNew = sealWith(keyIn(data));
    for (const value of await sealed()) expect(onlyNew.open(value).toString()).to.match(/^secret-of-/);

    expect(await root(keyIn(data)), 'derived keys stay').to.equal(rootBefore);

    // A shop that neither has in mind, a delivery that has to be kept, and one kept before.
    for (const server of [one, two]) {
      const here = { ...unasked, url: server.url };
      expect((await send(here, 'orders/paid', unreadable)).body.outcome).to.equal('dead-letter');
    }
    const replay = (id: string) => fetch(`${two.url}/v1/dead-letters/${id}/replay`, { method: 'POST', headers });
    const headers = { authorization: 'Bearer test-operator-key' };
    const letters = await (await fetch(`${one.url}/v1/dead-letters`, { headers })).json();
    expect(letters.items.length).to.equal(3);
    for (const { id } of letters.items)
      expect(await (await replay(id)).json()).to.include({ outcome: 'failed', attempts: 2 });
    const added = await settle(two.url);
    expect((await send({ ...added, url: one.url }, 'orders/paid', unreadable)).status).to.equal(200);
    for (const value of await sealed()) onlyNew.open(value);

    expect((await runToEnd(keptIn(data))).stdout).to.contain('There is a new secret key');
    for (const value of await sealed()) sealWith(keyIn(data)).open(value);
  });

  it('is finished by the next run when it was broken off, and told at the start of a server until then', async () => {
    const data = temporaryFolder();
    const first = await startProcess({ env: keptIn(data).env });
    const village = await settle(first.url);
    await first.end();
    const old = sealWith(keyIn(data));
    await database.asOwner(async (owner) => {
      for (let n = 0; n < 50; n += 1)
        await owner.query(
          `INSERT INTO dead_letters (id, delivery_key, shop_id, topic, webhook_id, reason, body)
           VALUES ($1, gen_random_uuid(), $2, 'orders/paid', $1, 'test', $3)`,
          [`letter-${n}`, village.shopId, old.seal(`body ${n}`)],
        );
    });
    // As if the command had been killed in the midst of the letters: there is a new key, and some are sealed with it.
    expect(
      (await runToEnd({ ...keptIn(data), hook: './test/processes/hooks/die-at-fourth-commit.mjs' })).code,
    ).to.equal(9);
    const counts = async () => {
      const bodies = await database.asOwner((owner) => owner.query('SELECT body FROM dead_letters'));
      const mark = sealWith(keyIn(data)).mark();
      return bodies.rows.filter(({ body }) => (body as Buffer).subarray(0, 8).equals(mark)).length;
    };
    const half = await counts();
    expect(half).to.be.greaterThan(0).and.lessThan(50);

    const warned = await startProcess({ env: { ...keptIn(data).env, LOG_LEVEL: 'warn' } });
    expect(warned.stdout()).to.contain('still sealed with the previous key');
    expect((await send({ ...village, url: warned.url }, 'orders/paid', unreadable)).status).to.equal(200);
    await warned.end();
    const key = keyIn(data);
    const finished = await runToEnd(keptIn(data));
    expect(finished.code).to.equal(0);
    expect(finished.stdout).to.contain('is finished now');
    expect([keyIn(data), await counts()]).to.deep.equal([key, 51]);
    const calm = await startProcess({ env: { ...keptIn(data).env, LOG_LEVEL: 'warn' } });
    expect(calm.stdout()).not.to.contain('previous key');
  });

  it('of the settings: the previous one opens, everything is sealed with the new one, what neither opens is named', async () => {
    const old = { ...onDatabase(database.url), KINDCAST_SECRET_KEY: 'old key' };
    const server = await startProcess({ env: old });
    const village = await settle(server.url);
    await server.end();
    const both = { ...old, KINDCAST_SECRET_KEY: 'new key', KINDCAST_SECRET_KEY_PREVIOUS: 'old key' };
    const next = await startProcess({ env: both });
    expect((await send({ ...village, url: next.url }, 'orders/paid', unreadable)).status).to.equal(200);
    const strange = await settle(next.url);
    await database.asOwner((owner) =>
      owner.query('UPDATE shops SET webhook_secret = $1 WHERE id = $2', [sealWith('lost').seal('x'), strange.shopId]),
    );
    const rotation = await runToEnd({ program: 'rotate-key', env: both });
    expect(rotation.code).to.equal(1);
    expect(rotation.stderr).to.contain(`Neither key opens these: shops ${strange.shopId}.`);
    expect(
      sealWith('new key')
        .open((await sealed())[0]!)
        .toString(),
    ).to.equal(village.secret);

    const alone = await runToEnd({ env: { ...both, KINDCAST_SECRET_KEY: '' } });
    expect(alone).to.include({ code: 2 });
    expect(alone.stderr).to.contain('KINDCAST_SECRET_KEY_PREVIOUS is set without KINDCAST_SECRET_KEY');
  });

  it('comes to the embedded database while a server runs on it, and while none does', async () => {
    const data = temporaryFolder();
    const env = { KINDCAST_DATA: data, KINDCAST_OPERATOR_KEY: 'test-operator-key' };
    const server = await startProcess({ env });
    const village = await settle(server.url);
    const running = await runToEnd({ program: 'rotate-key', env });
    expect([running.code, running.stderr]).to.deep.equal([0, '']);
    expect(running.stdout).to.contain('2 sealed values were sealed anew');
    expect((await send(village, 'orders/paid', unreadable)).body.outcome).to.equal('dead-letter');
    await server.end();
    const alone = await runToEnd({ program: 'rotate-key', env });
    expect([alone.code, alone.stderr]).to.deep.equal([0, '']);
    expect(alone.stdout).to.contain('3 sealed values were sealed anew');
  });
});
