import { expect } from 'chai';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { checkEndpointUrl } from '../../../server/webhooks/endpoint-url.js';
import { surroundingsOf } from '../../../server/webhooks/find-address.js';
import { isIn, isPublic, readNetworks } from '../../../server/webhooks/public-addresses.js';
import { sendRequest } from '../../../server/webhooks/send-request.js';
import { startReceiver, type Receiver } from '../../support/receiver.js';
import { foreignCertificate } from './foreign-certificate.js';

/** A name server of ours that says what the test wants, anew at each question. */
async function startNameServer(answers: Record<string, () => string[]>): Promise<{ address: string; socket: Socket }> {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = question[at]!; length > 0; length = question[at]!) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const asked = question.subarray(12, at + 5);
    const wantsIpv4 = question.readUInt16BE(at + 1) === 1;
    const found = wantsIpv4 ? (answers[labels.join('.')]?.() ?? []) : [];
    const header = Buffer.from([question[0]!, question[1]!, 0x81, 0x80, 0, 1, 0, found.length, 0, 0, 0, 0]);
    const records = found.map((ip) =>
      Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...ip.split('.').map((part) => parseInt(part, 10))]),
    );
    socket.send(Buffer.concat([header, asked, ...records]), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { address: `127.0.0.1:${socket.address().port}`, socket };
}

describe('where receivers of webhooks may be (S7)', function () {
  this.timeout(30_000);
  let receiver: Receiver;
  let names: Awaited<ReturnType<typeof startNameServer>>;
  let asked = 0;

  before(async () => {
    receiver = await startReceiver();
    names = await startNameServer({
      'good.example': () => ['93.184.215.14'],
      'inside.example': () => ['10.0.0.7'],
      'both.example': () => ['93.184.215.14', '169.254.169.254'],
      // Says something harmless to whoever checks, and something else to whoever connects.
      'turncoat.example': () => ((asked += 1) === 1 ? ['93.184.215.14'] : ['127.0.0.1']),
      'once.example': () => ((asked += 1) === 1 ? ['127.0.0.1'] : ['127.0.0.2']),
      'ours.example': () => ['127.0.0.1'],
    });
  });
  after(async () => {
    names.socket.close();
    await receiver.stop();
  });

  const nowhere = () => surroundingsOf({ networks: [], nameServers: [names.address] });
  const here = () => surroundingsOf({ networks: ['127.0.0.0/8'], nameServers: [names.address] });
  const send = (url: string, surroundings = nowhere(), timeoutMs = 2_000) =>
    sendRequest({ url, surroundings, headers: {}, body: '{}', over: new AbortController().signal, timeoutMs });
  const refusal = (url: string, surroundings = nowhere()) =>
    checkEndpointUrl(url, surroundings).then(
      () => 'accepted',
      (error: Error) => error.message,
    );

  it('is no place but the public internet', () => {
    const inside = `127.0.0.1 127.8.9.10 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1
      192.0.0.1 192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
      ::1 :: ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::127.0.0.1 fe80::1 fec0::1 fc00::1 fd12:3456::1 ff02::1 64:ff9b::7f00:1
      64:ff9b:1::1 2002:7f00:1:: 2001::1 2001:db8::1 3fff::1 100::1 5f00::1 4000::1 fe80::1%eth0 0x7f.1 2130706433 127.1`;
    for (const address of inside.split(/\s+/)) expect(isPublic(address), address).to.equal(false);
    for (const address of ['8.8.8.8', '93.184.215.14', '2606:4700::1111', '172.32.0.1', '100.128.0.1'])
      expect(isPublic(address), address).to.equal(true);
    const networks = readNetworks(['127.0.0.0/8', 'fd00::/8']);
    expect(isIn('127.0.0.1', networks) && isIn('::ffff:127.0.0.1', networks) && isIn('fd00::7', networks)).to.equal(
      true,
    );
    expect(isIn('10.0.0.1', networks) || isIn('::1', networks)).to.equal(false);
  });

  it('is said at once, when an endpoint is made, in every way in which an address can be written', async () => {
    for (const host of [
      '127.0.0.1',
      'localhost',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '127.1',
      '１２７.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[64:ff9b::127.0.0.1]',
      '169.254.169.254',
      'inside.example',
      'both.example',
    ])
      expect(await refusal(`https://${host}/hook`), host).to.match(
        /url cannot be used: .+(public internet|leads nowhere)/,
      );
    expect(await refusal('https://inside.example/'), 'what our names lead to is told to nobody').not.to.contain(
      '10.0.0.7',
    );
    expect(await refusal('https://unknown.example/')).to.contain('leads nowhere');
    expect(await refusal('http://good.example/')).to.contain('must begin with https://');
    expect(await refusal('https://user:pass@good.example/')).to.contain('user name');
    expect(await refusal('https://good.example:22/')).to.contain('port 443');
    expect(await refusal('https://good.example/#part')).to.contain('after #');
    expect(await refusal('file:///etc/passwd')).to.contain('must be an address');
    expect(await refusal('https://good.example:8443/hook')).to.equal('accepted');
    expect(await refusal('https://good.example/hook')).to.equal('accepted');
    expect(await refusal(`http://ours.example:${receiver.port}/`, here()), 'a network that was allowed').to.equal(
      'accepted',
    );
  });

  it('is checked again whenever something is sent, and what was checked is what is connected to', async () => {
    for (const host of ['127.0.0.1', '[::1]', 'ours.example']) {
      const outcome = await send(`https://${host}:${receiver.port}/`);
      expect(outcome.trouble, host).to.equal('address');
      expect(outcome.error).to.match(/^It was not sent: the address .+public internet/);
    }
    asked = 0;
    expect(await refusal('https://turncoat.example/')).to.equal('accepted');
    expect(await send(`https://turncoat.example:${receiver.port}/`)).to.include({ trouble: 'address' });
    // One question a sending: there is no second answer that could differ from the one that was checked.
    expect(receiver.received).to.deep.equal([]);
    asked = 0;
    const oneAddress = surroundingsOf({ networks: ['127.0.0.1/32'], nameServers: [names.address] });
    expect(await send(`http://once.example:${receiver.port}/`, oneAddress)).to.include({ status: 204 });
    expect(asked).to.equal(1);
    expect(await send(`http://once.example:${receiver.port}/`, oneAddress)).to.include({ trouble: 'address' });
    receiver.received.length = 0;
    const taken = await send(`http://ours.example:${receiver.port}/`, here());
    expect(taken).to.include({ status: 204 });
    expect(receiver.received[0]!.headers.host).to.equal(`ours.example:${receiver.port}`);
  });

  it('is nobody who cannot prove who he is, and nobody is listened to for long', async () => {
    const stranger = https.createServer(foreignCertificate, (_request, response) => response.end());
    stranger.listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    try {
      const { port } = stranger.address() as AddressInfo;
      expect(await send(`https://ours.example:${port}/`, here())).to.include({ trouble: 'certificate' });
    } finally {
      stranger.close();
    }
    receiver.answer((response) => {
      response.writeHead(500);
      const flood = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => clearInterval(flood));
    });
    const talker = await send(receiver.url, here());
    expect(talker).to.include({ status: 500, response: 'x'.repeat(300) });
    receiver.answer((response) => void response.writeHead(500).write('x'));
    expect(await send(receiver.url, here(), 300)).to.include({ trouble: 'slow' });
    expect(await send('http://127.0.0.1:1/', here())).to.include({ trouble: 'unreachable' });
  });
});
