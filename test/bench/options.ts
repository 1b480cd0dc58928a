/** What the command line asks for. */
export interface BenchOptions {
  benches: BenchName[];
  /** Length of one measured stretch. */
  seconds: number;
  rounds: number;
  connections: number;
  /** Only intake cases whose name contains one of these; all when empty. */
  cases: string[];
  json: boolean;
  profile: boolean;
}

export const benchNames = ['intake', 'posting'] as const;
export type BenchName = (typeof benchNames)[number];

export const usage = `npm run bench -- [intake] [posting] [options]
  --seconds N       one measured stretch (default 8)
  --rounds N        stretches of every case, interleaved (default 3)
  --connections N   keep-alive connections of the generator (default 64)
  --cases a,b       only intake cases whose name contains one of these
  --profile         ours and the ceiling under node --cpu-prof, and what each SQL statement costs, instead of tables
  --json            figures as JSON on stdout`;

/** Arguments that make no sense; the message is a sentence for the person at the keyboard. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** @throws {UsageError} */
export function readOptions(args: readonly string[]): BenchOptions {
  const options: BenchOptions = {
    benches: [],
    seconds: 8,
    rounds: 3,
    connections: 64,
    cases: [],
    json: false,
    profile: false,
  };
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--json') options.json = true;
    else if (word === '--profile') options.profile = true;
    else if (word === '--cases') options.cases = (rest.shift() ?? '').split(',').filter(Boolean);
    else if (word === '--seconds' || word === '--rounds' || word === '--connections')
      options[word.slice(2) as 'seconds' | 'rounds' | 'connections'] = wholeNumber(word, rest.shift());
    else if ((benchNames as readonly string[]).includes(word)) options.benches.push(word as BenchName);
    else throw new UsageError(`"${word}" is neither a bench nor an option.`);
  }
  if (options.benches.length === 0) options.benches = options.profile ? ['intake'] : [...benchNames];
  return options;
}

function wholeNumber(name: string, text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,4}$/.test(text)) throw new UsageError(`${name} needs a whole number above zero.`);
  return parseInt(text, 10);
}
