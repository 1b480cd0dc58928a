import { expect } from 'chai';
import type { Knex } from 'knex';
import { openDatabase, type Database } from '../../server/database/database.js';
import { withSettings } from '../../server/database/show-settings.js';
import { copyDatabase, type TestDatabase } from '../support/one-database-server.js';

/** Two people who know nothing of each other: Ping, new here, and Qiu, who owns a charity. */
const twoPeople = `
  INSERT INTO people (id, name, email) VALUES ('ping', 'Ping', 'ping@example.org'), ('qiu', 'Qiu', 'qiu@example.org');
  INSERT INTO organisations (id, kind, name) VALUES ('lunch', 'charity', 'Rural Lunch');
  INSERT INTO members (organisation_id, person_id, role) VALUES ('lunch', 'qiu', 'owner');
  INSERT INTO invitations (id, organisation_id, email, role, token_sha256, invited_by, expires_at)
    VALUES ('invited', 'lunch', 'ping@example.org', 'editor', '\\x01', 'Qiu', now() + interval '1 day')`;

describe('people and the walls', () => {
  let test: TestDatabase;
  let database: Database;
  before(async () => {
    test = await copyDatabase();
    database = openDatabase(test.address.roles, () => undefined);
    await test.pool.query(twoPeople);
  });
  after(async () => {
    await database.close();
    await test.drop();
  });

  const as = <T>(person: string, organisations: string, work: (db: Knex) => Promise<T>) =>
    withSettings(
      database.knex,
      {
        'kindcast.organisations': organisations,
        'kindcast.operator': 'off',
        'kindcast.actor': JSON.stringify({ kind: 'person', id: person, name: person }),
      },
      work,
    );
  const acting = (db: Knex, organisations: string) =>
    db.raw(`SELECT set_config('kindcast.organisations', ?, true)`, [organisations]);
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

  it('show one oneself and nobody else, until one belongs somewhere', () =>
    as('ping', '', async (db) => {
      expect(await db('people').pluck('id')).to.deep.equal(['ping']);
      expect(await db('members')).to.deep.equal([]);
      expect(await db('invitations')).to.deep.equal([]);
    }));

  it('let one make an organisation and be its owner, and not of another’s', async () => {
    await as('ping', '', async (db) => {
      await acting(db, 'orchard');
      await db('organisations').insert({ id: 'orchard', kind: 'merchant', name: 'Orchard' }).returning('*');
      await db('members').insert({ organisation_id: 'orchard', person_id: 'ping', role: 'owner' });
    });
    const breakIn = as('ping', 'orchard', (db) =>
      db('members').insert({ organisation_id: 'lunch', person_id: 'ping', role: 'owner' }),
    );
    expect(await codeOf(breakIn)).to.equal('42501');
    expect(
      await as('ping', 'orchard', (db) => db('members').where({ person_id: 'qiu' }).update({ role: 'viewer' })),
    ).to.equal(0);
  });

  it('open an invitation to whoever has its link, and the organisation once it is accepted', async () => {
    await as('ping', 'orchard', async (db) => {
      await db.raw(`SELECT set_config('kindcast.invitation', '01', true)`);
      expect(await db('invitations').forUpdate().pluck('id')).to.deep.equal(['invited']);
      await acting(db, 'orchard,lunch');
      await db('invitations').where({ id: 'invited' }).update({ accepted_at: db.fn.now() });
      await db('members').insert({ organisation_id: 'lunch', person_id: 'ping', role: 'editor' });
    });
    expect((await as('qiu', 'lunch', (db) => db('people').pluck('id'))).sort()).to.deep.equal(['ping', 'qiu']);
    expect(await as('qiu', 'lunch', (db) => db('members').where({ organisation_id: 'orchard' }))).to.deep.equal([]);
  });
});
