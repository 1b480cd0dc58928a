import type { ShopCounts } from './scripted-shop.js';

export interface StatusSource {
  counts: ShopCounts;
  /** Address of the session's public snapshot. */
  totalsUrl: string;
  /** The address to look at. */
  open: string;
}

export interface StatusLine {
  /** A line of its own, that stays. */
  say(line: string): void;
  stop(): void;
}

/** Orders a second are taken over this many seconds. */
const rateSeconds = 10;

/**
 * Says every second, in place, how the demo goes; when nobody watches (output is no terminal) a plain line every 5 s.
 */
export function showStatus(source: StatusSource, out: NodeJS.WriteStream = process.stdout): StatusLine {
  const everySeconds = out.isTTY ? 1 : 5;
  const earlier: { at: number; orders: number }[] = [{ at: Date.now(), orders: source.counts.orders }];
  let stopped = false;
  let asking = false;
  const timer = setInterval(() => {
    // A server too busy to answer within the second is asked once, not once more every second.
    if (asking) return;
    asking = true;
    void given(source.totalsUrl).then((amount) => {
      asking = false;
      if (!stopped) write(statusLine(source, earlier, amount));
    });
  }, everySeconds * 1000);

  function write(line: string): void {
    if (!out.isTTY) return void out.write(`${line}  open ${source.open}\n`);
    // A line that wraps cannot be rewritten in place: on a narrow terminal the address, printed above, gives way.
    const width = (out.columns || 80) - 1;
    const whole = `${line}  open ${source.open}`;
    out.write(`\r${whole.length <= width ? whole : line.slice(0, width)}\x1b[K`);
  }

  return {
    say(line) {
      out.write(out.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`);
    },
    stop() {
      stopped = true;
      clearInterval(timer);
      if (out.isTTY) out.write('\n');
    },
  };
}

function statusLine({ counts }: StatusSource, earlier: { at: number; orders: number }[], amount: string): string {
  const now = Date.now();
  earlier.push({ at: now, orders: counts.orders });
  while (earlier.length > 2 && now - earlier[0]!.at > rateSeconds * 1000) earlier.shift();
  const since = earlier[0]!;
  const rate = ((counts.orders - since.orders) / Math.max(0.001, (now - since.at) / 1000)).toFixed(1);
  return [
    new Date(now).toTimeString().slice(0, 8),
    `orders ${counts.orders} (${rate}/s)`,
    `given ¥${amount}`,
    `refunds ${counts.refunds}`,
    `duplicates ${counts.duplicates}`,
    ...(counts.retries > 0 ? [`retries ${counts.retries}`] : []),
    ...(counts.refused > 0 ? [`refused ${counts.refused}: ${counts.lastRefusal}`] : []),
  ].join('  ');
}

/** What the session has given, from the snapshot everyone can read; "?" while the server does not answer. */
async function given(totalsUrl: string): Promise<string> {
  try {
    const answer = await fetch(totalsUrl, { signal: AbortSignal.timeout(2_000) });
    const { totals } = (await answer.json()) as { totals: { currency: string; given: string }[] };
    return totals.find(({ currency }) => currency === 'CNY')?.given ?? '0.00';
  } catch {
    return '?';
  }
}
