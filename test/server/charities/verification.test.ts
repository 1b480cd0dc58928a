import { expect } from 'chai';
import type { Role } from '../../../server/http/access.js';
import { ask, memberOf } from '../../support/members.js';
import { startKindcast, type Kindcast } from '../../support/start-kindcast.js';
import { jpeg, pdf, png } from '../../support/papers.js';

describe('a charity and its verification', () => {
  let kindcast: Kindcast;
  let charity: string;
  let other: string;
  before(async () => {
    kindcast = await startKindcast();
    charity = (await kindcast.call('POST', '/v1/charities', { name: 'Rural Lunch 乡村午餐' })).id;
    other = (await kindcast.call('POST', '/v1/charities', { name: 'Another' })).id;
  });
  after(() => kindcast.stop());

  const as = async (
    role: Role,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
    of = charity,
  ) => ask(kindcast, (await memberOf(kindcast, of, role)).cookie, method, path, body, headers);
  const at = (rest: string) => `/v1/charities/${charity}/${rest}`;
  const send = (kind: string, bytes: Buffer, type = 'image/png', fileName = 'paper') =>
    as('editor', 'POST', `${at('evidence')}?kind=${kind}&fileName=${encodeURIComponent(fileName)}`, bytes, {
      'content-type': type,
    });
  const profile = { name: 'Rural Lunch 乡村午餐', country: 'CN', registrationNumber: '5344-1' };
  const mayReceive = (id: string) =>
    kindcast.testDatabase.asOwner(async (client) => {
      await client.query(`SELECT set_config('kindcast.operator', 'on', false)`);
      return (await client.query('SELECT may_receive_payout($1) AS may', [id])).rows[0].may;
    });
  const payOut = (id: string) =>
    kindcast.testDatabase.asOwner(async (client) => {
      await client.query(`SELECT set_config('kindcast.operator', 'on', false)`);
      await client.query(
        `INSERT INTO accounts (kind, owner, currency) VALUES ('charity-in-transit', $1, 'CNY') ON CONFLICT DO NOTHING`,
        [id],
      );
      await client.query('BEGIN');
      try {
        await client.query(
          `UPDATE accounts SET credits = credits + 1 WHERE kind = 'charity-in-transit' AND owner = $1`,
          [id],
        );
        return 'paid';
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await client.query('ROLLBACK');
      }
    });

  it('starts unverified, and the database lets no money on its way to it', async () => {
    const { body } = await as('viewer', 'GET', at('profile'));
    expect(body.verification.state).to.equal('unverified');
    expect(body.verification.missing).to.deep.equal(['registrationNumber', 'about', 'contact', 'registration']);
    expect(await mayReceive(charity)).to.equal(false);
    expect(await payOut(charity)).to.equal('KC002');
  });

  it('is told what is missing before it may ask', async () => {
    const answer = await as('editor', 'POST', at('ask-verification'), {});
    expect(answer.status).to.equal(400);
    expect(answer.body.errors[0].path).to.equal('registrationNumber');
  });

  it('says who it is, and sends its papers', async () => {
    const saved = await as('editor', 'PUT', at('profile'), {
      ...profile,
      about: { zh: '给山里的孩子一顿热午餐。', en: 'A hot lunch for every child in the hills.' },
      website: 'https://lunch.example.org',
      contact: 'hello@lunch.example.org',
    });
    expect(saved.status).to.equal(200);
    expect(saved.body.verification.missing).to.deep.equal(['registration']);
    const wrong = await as('editor', 'PUT', at('profile'), { ...profile, website: 'javascript:alert(1)' });
    expect(wrong.body.errors[0].path).to.equal('website');

    const sent = await send('registration', png(), 'image/png', '登记证书/../x.png');
    expect(sent.status, JSON.stringify(sent.body)).to.equal(201);
    expect(sent.body).to.include({ kind: 'registration', fileName: '登记证书-..-x.png', examined: false });
    expect((await send('bank', pdf(), 'application/pdf')).status).to.equal(201);
    expect((await send('other', jpeg(), 'image/jpeg')).status).to.equal(201);
  });

  it('sends nothing that is too large, mislabelled or no paper at all', async () => {
    expect((await send('other', Buffer.alloc(10 * 1024 * 1024 + 1), 'image/png')).status).to.equal(413);
    expect((await send('other', pdf(), 'image/png')).status).to.equal(400);
    expect((await send('other', Buffer.from('<svg/>'), 'image/svg+xml')).status).to.equal(415);
    expect((await send('nonsense', png())).status).to.equal(400);
    const { body } = await as('editor', 'GET', at('evidence'));
    expect(body.items).to.have.length(3);
  });

  it('gets its papers back as downloads that no page runs, sealed in the database', async () => {
    const { body } = await as('editor', 'GET', at('evidence'));
    const { id } = body.items.find((piece: { kind: string }) => piece.kind === 'bank');
    const file = await as('editor', 'GET', at(`evidence/${id}/file`));
    expect(file.body).to.equal(pdf().toString());
    expect(file.headers.get('content-type')).to.equal('application/pdf');
    expect(file.headers.get('content-disposition')).to.match(/^attachment;/);
    expect(file.headers.get('x-content-type-options')).to.equal('nosniff');
    expect(file.headers.get('content-security-policy')).to.contain('sandbox');
    const sealed = await kindcast.testDatabase.asOwner(async (client) => {
      await client.query(`SELECT set_config('kindcast.operator', 'on', false)`);
      return (await client.query('SELECT sealed FROM charity_evidence_files')).rows;
    });
    expect(sealed).to.have.length(3);
    for (const row of sealed) expect(row.sealed.toString('latin1')).not.to.match(/%PDF|PNG|JFIF/);
  });

  it('is nobody else’s business', async () => {
    const { body } = await as('editor', 'GET', at('evidence'));
    for (const [method, path] of [
      ['GET', 'profile'],
      ['GET', 'evidence'],
      ['GET', `evidence/${body.items[0].id}/file`],
      ['GET', 'money'],
      ['GET', 'givers'],
      ['GET', 'gifts'],
      ['GET', 'reports-due'],
      ['DELETE', `evidence/${body.items[0].id}`],
    ] as const)
      expect((await as('owner', method, at(path), undefined, {}, other)).status, path).to.equal(404);
    expect((await as('owner', 'PUT', at('profile'), profile, {}, other)).status).to.equal(404);
    // The own address does not open another's paper either.
    const foreign = await as(
      'owner',
      'GET',
      `/v1/charities/${other}/evidence/${body.items[0].id}/file`,
      undefined,
      {},
      other,
    );
    expect(foreign.status).to.equal(404);
    expect((await as('viewer', 'PUT', at('profile'), profile)).status).to.equal(403);
    expect((await as('viewer', 'GET', at('evidence'))).status).to.equal(403);
    expect((await as('owner', 'POST', at('verify'), { version: 1, evidenceIds: ['x'] })).status).to.equal(403);
    expect((await as('owner', 'GET', '/v1/verifications')).status).to.equal(403);
  });

  it('asks, is refused with a reason, and asks again', async () => {
    expect((await as('editor', 'POST', at('ask-verification'), {})).body.verification.state).to.equal('waiting');
    const [waiting] = (await kindcast.call('GET', '/v1/verifications')).items;
    expect(waiting.id).to.equal(charity);
    await kindcast.call('POST', at('refuse'), {
      version: waiting.verification.version,
      reason: 'The scan cannot be read.',
    });
    const { body } = await as('viewer', 'GET', at('profile'));
    expect(body.verification).to.include({ state: 'refused', reason: 'The scan cannot be read.' });
    expect((await kindcast.call('GET', '/v1/verifications')).items).to.deep.equal([]);
    await as('editor', 'POST', at('ask-verification'), {});
  });

  it('is verified by what the operator has really seen', async () => {
    const seen = (await kindcast.call('GET', '/v1/verifications')).items[0];
    const evidence = (await kindcast.call('GET', at('evidence'))).items as { id: string; kind: string }[];
    await send('registration', png(50, 50));
    const verify = (version: number, evidenceIds: string[], expected?: number) =>
      kindcast.call('POST', at('verify'), { version, evidenceIds, note: 'called their office' }, expected);
    const ids = evidence.map(({ id }) => id);
    expect((await verify(seen.verification.version, ids, 409)).title).to.match(/look again/);
    const now = (await kindcast.call('GET', at('profile'))).verification.version;
    expect((await verify(now, ['nothing'], 400)).errors[0].path).to.equal('evidenceIds');
    const other = evidence.filter(({ kind }) => kind === 'other').map(({ id }) => id);
    expect((await verify(now, other, 400)).errors[0].message).to.match(/registration/);
    expect((await verify(now, ids, 200)).verification.state).to.equal('verified');
    expect(await mayReceive(charity)).to.equal(true);
    expect(await payOut(charity)).to.equal('paid');
    expect(await payOut(other[0] ?? '')).to.equal('KC002');
    const [decision] = (await kindcast.call('GET', at('decisions'))).items;
    expect(decision).to.include({ decision: 'verified', decidedBy: 'operator key', note: 'called their office' });
    const examined = await as('editor', 'DELETE', at(`evidence/${ids[0]}`));
    expect(examined.status).to.equal(409);
  });

  it('shows the mark in public', async () => {
    const project = await as('editor', 'POST', '/v1/projects', {
      charityId: charity,
      title: 'Lunches',
      currency: 'CNY',
    });
    const about = await kindcast.call('GET', `/v1/projects/${project.body.id}/about`);
    expect(about.charity).to.include({ verified: true, website: 'https://lunch.example.org' });
    const listed = (await kindcast.call('GET', '/v1/charities')).items;
    expect(listed.map((each: { verified: boolean }) => each.verified)).to.have.members([true, false]);
  });

  const changes: [string, () => Promise<unknown>, string][] = [
    ['another account at a bank', () => send('bank', pdf(), 'application/pdf'), 'bank'],
    ['another name', () => as('editor', 'PUT', at('profile'), { ...profile, name: 'Lunch' }), 'profile'],
  ];
  for (const [what, change, named] of changes)
    it(`waits again after ${what}, and no money is on its way until then`, async () => {
      await change();
      const { verification } = await kindcast.call('GET', at('profile'));
      expect(verification.state).to.equal('waiting');
      expect(verification.changed).to.deep.equal([named]);
      expect(await payOut(charity)).to.equal('KC002');
      const ids = (await kindcast.call('GET', at('evidence'))).items.map((piece: { id: string }) => piece.id);
      const again = { version: verification.version, evidenceIds: ids };
      expect((await kindcast.call('POST', at('verify'), again)).verification).to.deep.include({
        state: 'verified',
        changed: [],
      });
    });

  it('keeps its mark when it says something else about itself', async () => {
    const now = await kindcast.call('GET', at('profile'));
    await as('editor', 'PUT', at('profile'), {
      ...profile,
      name: now.name,
      about: { en: 'Lunches.' },
      contact: 'x@example.org',
    });
    expect((await kindcast.call('GET', at('profile'))).verification.state).to.equal('verified');
  });

  it('is verified by nobody but an operator, whoever asks the database', async () => {
    const code = await kindcast.testDatabase.asOwner(async (client) => {
      try {
        await client.query(`SET ROLE kindcast_server; BEGIN;`);
        await client.query(`SELECT set_config('kindcast.organisations', $1, true)`, [other]);
        await client.query('UPDATE organisations SET verified_at = now() WHERE id = $1', [other]);
        return 'changed';
      } catch (error) {
        return (error as { code: string }).code;
      }
    });
    expect(code).to.equal('KC002');
  });

  it('is written down in the audit trail, without what the papers say', async () => {
    const trail = await kindcast.call('GET', `/v1/audit-trail?organisation=${charity}&limit=200`);
    const tables = trail.items.map((entry: { subject: { table: string } }) => entry.subject.table);
    expect(tables).to.include.members(['charity_profiles', 'charity_evidence', 'charity_decisions', 'organisations']);
    expect(tables).not.to.include('charity_evidence_files');
  });
});
