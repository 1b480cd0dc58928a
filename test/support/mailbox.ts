import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Caught {
  to: string;
  subject: string;
  /** The letter as it came, decoded enough to find links in it. */
  text: string;
  /** The first link of it. */
  link: string;
}

/** A mail server that keeps what it is given. */
export interface Mailbox {
  /** For `settings.mail`. */
  mail: { smtpUrl: string; from: string };
  letters: Caught[];
  /** The next letter to this address that nobody has taken yet. */
  take(to: string): Promise<Caught>;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: Caught[] = [];
  const waiting: Caught[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const letter = readLetter(Buffer.concat(pieces).toString(), session.envelope.rcptTo[0]!.address);
        letters.push(letter);
        waiting.push(letter);
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    mail: { smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Kindcast <no-reply@kindcast.test>' },
    letters,
    async take(to) {
      for (const end = Date.now() + 15_000; Date.now() < end;) {
        const at = waiting.findIndex((letter) => letter.to === to);
        if (at >= 0) return waiting.splice(at, 1)[0]!;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`no letter came to ${to}`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readLetter(raw: string, to: string): Caught {
  const subject = (/^Subject: ((?:.|\r\n[ \t])*)/m.exec(raw)?.[1] ?? '').replace(/\r\n[ \t]/g, '');
  // Each part says how it is written.
  const text = raw
    .split(/\r\n--[^\r\n]*\r\n/)
    .map((part) => {
      const [head = '', ...body] = part.split('\r\n\r\n');
      const written = body.join('\n\n');
      if (/quoted-printable/i.test(head)) return unquoted(written);
      return /base64/i.test(head) ? Buffer.from(written, 'base64').toString() : written;
    })
    .join('\n');
  return { to, subject: decodeSubject(subject), text, link: /https?:\/\/[^\s"<]+/.exec(text)?.[0] ?? '' };
}

const unquoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/[^\x20-\x7e\r\n]/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();

const decodeSubject = (subject: string) =>
  subject
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : unquoted(text.replaceAll('_', ' ')),
    );
