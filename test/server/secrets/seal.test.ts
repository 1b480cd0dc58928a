import { expect } from 'chai';
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findSecretKeys, watchSecretKeys } from '../../../server/secrets/find-secret-key.js';
import { sealWith } from '../../../server/secrets/seal.js';
import { plainColumns, sealedColumns } from '../../../server/secrets/sealed-columns.js';
import { copyDatabase } from '../../support/one-database-server.js';

/** As values were sealed before they named their key. */
function sealedOfOld(clear: string, secretKey: string): Buffer {
  const key = createHash('sha256').update('kindcast seal v1\n').update(secretKey).digest();
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const hidden = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}

describe('a seal', () => {
  it('opens what was sealed with the current key, the previous one, and before values named their key', () => {
    const [old, now] = [sealWith('old'), sealWith({ current: 'new', previous: 'old' })];
    for (const sealed of [now.seal('秘密'), old.seal('秘密'), sealedOfOld('秘密', 'old'), sealedOfOld('秘密', 'new')])
      expect(now.open(sealed).toString()).to.equal('秘密');
  });

  it('opens nothing that was sealed with another key or changed since, were it only its key that is named', () => {
    const seal = sealWith('mine');
    const sealed = seal.seal('secret');
    expect(() => sealWith('yours').open(sealed)).to.throw(/not known here/);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => seal.open(changed), `byte ${at}`).to.throw();
    }
    expect(() => seal.open(Buffer.alloc(0))).to.throw();
  });

  it('looks different each time, and says by its beginning which key it is of', () => {
    const seal = sealWith('key');
    const [one, other] = [seal.seal('same'), seal.seal('same')];
    expect(one.equals(other)).to.equal(false);
    for (const sealed of [one, other]) expect(sealed.subarray(0, 8).equals(seal.mark())).to.equal(true);
    expect(sealWith('another').mark().equals(seal.mark())).to.equal(false);
  });

  it('makes keys for purposes that stay the same when the secret key is changed', () => {
    const first = sealWith('old');
    const changed = sealWith({ current: 'new', previous: 'old' }, first.root());
    expect(first.keyFor('people')).to.match(/^[0-9a-f]{64}$/);
    expect(changed.keyFor('people')).to.equal(first.keyFor('people'));
    expect(changed.keyFor('others')).not.to.equal(first.keyFor('people'));
    expect(sealWith('new').keyFor('people')).not.to.equal(first.keyFor('people'));
  });

  it('follows the files of the keys while it is used', () => {
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'kindcast-keys-'));
    const file = path.join(dataFolder, 'secret-key');
    try {
      const seal = sealWith(watchSecretKeys({ dataFolder }));
      expect(statSync(file).mode & 0o777).to.equal(0o600);
      const first = readFileSync(file, 'utf8').trim();
      const before = seal.seal('shop');
      writeFileSync(path.join(dataFolder, 'secret-key.previous'), first);
      writeFileSync(file, 'a new one\n');
      expect(seal.seal('shop').subarray(0, 8).equals(sealWith('a new one').mark())).to.equal(true);
      expect(seal.open(before).toString()).to.equal('shop');
      expect(findSecretKeys({ dataFolder })).to.deep.equal({ current: 'a new one', previous: first });
      // A file that is empty for a moment does not stop a server.
      writeFileSync(file, '');
      expect(seal.open(before).toString()).to.equal('shop');
    } finally {
      rmSync(dataFolder, { recursive: true });
    }
  });
});

describe('the list of sealed columns', () => {
  it('knows every column of bytes in the database: it is sealed anew with a new key, or it is no secret', async () => {
    const database = await copyDatabase();
    const { rows } = await database.asOwner((owner) =>
      owner.query<{ name: string }>(
        `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
         WHERE table_schema = 'public' AND data_type = 'bytea' ORDER BY 1`,
      ),
    );
    await database.drop();
    const listed = [...sealedColumns.map(({ table, column }) => `${table}.${column}`), ...plainColumns];
    expect(listed.toSorted(), 'see server/secrets/sealed-columns.ts').to.deep.equal(rows.map(({ name }) => name));
  });
});
