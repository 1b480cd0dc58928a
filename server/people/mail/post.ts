import { createTransport } from 'nodemailer';
import type { Settings } from '../../config.js';
import type { TroubleLog } from '../../log/calm-log.js';
import type { Letter } from './write-letter.js';

/** How long letters on their way may hold up the end. */
const farewellMsMax = 2_000;

/** Sends letters. */
export interface Post {
  /** Whether letters reach anybody. */
  works: boolean;
  /** Takes the letter; whoever asked does not wait, so how long it takes tells nobody whether an account exists. */
  send(letter: Letter): void;
  /** Waits a moment for letters on their way. */
  stop(): Promise<void>;
}

/**
 * The way letters go: by SMTP where it is set; on one's own machine (see `Settings.showLetters`) they are shown instead,
 * each with its link; else nowhere.
 *
 * @param show where letters are shown: the operator's terminal, not the log that is kept
 */
export function openPost(
  { mail, showLetters }: Pick<Settings, 'mail' | 'showLetters'>,
  log: TroubleLog,
  show: (line: string) => void,
): Post {
  if (!mail)
    return {
      works: showLetters,
      send: ({ to, subject, link }) => {
        if (showLetters) show(`Letter to ${to} (no KINDCAST_SMTP_URL, so it is only shown): ${subject}\n  ${link}`);
      },
      stop: async () => undefined,
    };
  const transport = createTransport(mail.smtpUrl, {
    from: mail.from,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  } as object);
  const underway = new Set<Promise<unknown>>();
  return {
    works: true,
    send(letter) {
      const sending = transport
        .sendMail(letter)
        // The reason is the mail server's; it names the mailbox at most, never the link.
        .catch((error: Error) => log.warn({ reason: error.message }, 'a letter could not be sent'))
        .finally(() => underway.delete(sending));
      underway.add(sending);
    },
    async stop() {
      const late = new Promise((resolve) => setTimeout(resolve, farewellMsMax).unref());
      await Promise.race([Promise.all(underway), late]);
      transport.close();
    },
  };
}
