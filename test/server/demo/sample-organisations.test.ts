import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openMemory } from '../../../server/demo/demo-memory.js';
import { ApiProblem, type CallApi } from '../../../server/demo/operator-api.js';
import { sampleOrganisations } from '../../../server/demo/sample-organisations.js';

/** An API that makes whatever it is asked for and keeps a list of it. */
function recordingApi() {
  const made: string[] = [];
  const keys = new Set<string>();
  const refuse = new Map<string, number[]>();
  const call = (async (method: string, address: string, _body?: unknown, onceKey?: string) => {
    const status = refuse.get(address)?.shift();
    if (status !== undefined) throw new ApiProblem(status, `${method} ${address} answered ${status}`);
    if (address.endsWith('/start'))
      return { id: address.split('/')[3], token: 'token', overlayUrl: 'http://localhost/overlay/k' };
    expect(keys.has(onceKey!), 'a new key for each thing').to.equal(false);
    keys.add(onceKey!);
    made.push(`${method} ${address}`);
    return { id: `id${made.length}` };
  }) as CallApi;
  return { call, made, refuse };
}

describe('the sample organisations', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'kindcast-demo-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are made once, and the next start goes on with them', async () => {
    const api = recordingApi();
    const first = await sampleOrganisations(api.call, openMemory(folder));
    const count = api.made.length;
    expect(count).to.equal(13);
    const second = await sampleOrganisations(api.call, openMemory(folder));
    expect(second).to.deep.equal(first);
    expect(api.made).to.have.length(count);
  });

  it('are finished after a crash in the middle', async () => {
    const api = recordingApi();
    api.refuse.set('/v1/shops', [500]);
    let failed: unknown;
    await sampleOrganisations(api.call, openMemory(folder)).catch((error: unknown) => (failed = error));
    expect(failed).to.be.instanceOf(ApiProblem);
    await sampleOrganisations(api.call, openMemory(folder));
    expect(api.made.filter((each) => each === 'POST /v1/charities')).to.have.length(2);
  });

  it('get a new session when the last has ended', async () => {
    const api = recordingApi();
    const first = await sampleOrganisations(api.call, openMemory(folder));
    api.refuse.set(`/v1/sessions/${first.session.id}/start`, [409]);
    const second = await sampleOrganisations(api.call, openMemory(folder));
    expect(second.session.id).to.not.equal(first.session.id);
    expect(second.shopDomain).to.equal(first.shopDomain);
  });

  it('are made anew on a database that has lost them', async () => {
    const api = recordingApi();
    const first = await sampleOrganisations(api.call, openMemory(folder));
    api.refuse.set(`/v1/sessions/${first.session.id}/start`, [404]);
    await sampleOrganisations(api.call, openMemory(folder));
    expect(api.made).to.have.length(26);
  });

  it('open another shop when the domain is taken by a demo whose memory is gone', async () => {
    const api = recordingApi();
    api.refuse.set('/v1/shops', [409]);
    const scene = await sampleOrganisations(api.call, openMemory(folder));
    expect(scene.shopDomain).to.match(/^yunling-cooperative-\w{8}\.myshopify\.com$/);
  });

  it('leave a memory that only its owner can read', async () => {
    await sampleOrganisations(recordingApi().call, openMemory(folder));
    const file = path.join(folder, 'demo.json');
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).to.include.keys('operatorKey', 'webhookSecret', 'ids', 'nextOrder');
  });
});
