/** What the command line asks for. */
export interface BenchOptions {
  benches: BenchName[];
  /** Length of one measured stretch. */
  seconds: number;
  rounds: number;
  connections: number;
  /** Only intake cases whose name contains one of these; all when empty. */
  cases: string[];
  /** Processes of ours in additional intake cases; one adds none. */
  workers: number;
  /** Orders of the history bench. */
  orders: number;
  /** Length of the soak. */
  minutes: number;
  /** Numbers of watchers of the feed, one after the other. */
  watchers: number[];
  /** Topics of the feed when its watchers do not all watch the same. */
  topics: number;
  /** A smoke test: hardly warms up and does not wait until the machine is quiet. */
  hasty: boolean;
  json: boolean;
  /** File that gets the figures as JSON, beside the tables. */
  save?: string;
  profile: boolean;
}

/** Progress, for whoever waits. */
export type Tell = (line: string) => void;

export const benchNames = ['intake', 'posting', 'history', 'feed', 'soak'] as const;
export type BenchName = (typeof benchNames)[number];

export const usage = `npm run bench -- [intake] [posting] [history] [feed] [soak] [all] [options]; without a name intake and posting
  --seconds N       one measured stretch (default 8)
  --rounds N        stretches of every case, interleaved (default 3)
  --connections N   keep-alive connections of the generator (default 64)
  --cases a,b       only intake cases whose name contains one of these
  --workers N       also ours with KINDCAST_WORKERS=N, beside ours with one (default 1)
  --orders N        orders in the full database of history (default 1000000)
  --minutes N       length of the soak (default 10; 0.5 is half a minute)
  --watchers a,b    numbers of watchers of the feed (default 2000,10000)
  --topics N        topics of the feed when not all watch the same (default 500)
  --profile         ours and the ceiling under node --cpu-prof, and what each SQL statement costs, instead of tables
  --json            figures as JSON on stdout instead of tables
  --hasty           hardly warms up and waits for no quiet machine: figures that mean nothing, quickly
  --save FILE       figures as JSON in a file, beside the tables
A smoke test: npm run bench -- all --seconds 1 --rounds 1 --cases "new 10 KB" --orders 2000 --minutes 0.2 --watchers 100 --hasty`;

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
    workers: 1,
    orders: 1_000_000,
    minutes: 10,
    watchers: [2_000, 10_000],
    topics: 500,
    hasty: false,
    json: false,
    profile: false,
  };
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--json') options.json = true;
    else if (word === '--hasty') options.hasty = true;
    else if (word === '--profile') options.profile = true;
    else if (word === '--cases') options.cases = text(word, rest.shift()).split(',').filter(Boolean);
    else if (word === '--save') options.save = text(word, rest.shift());
    else if (word === '--watchers')
      options.watchers = text(word, rest.shift())
        .split(',')
        .map((part) => wholeNumber(word, part));
    else if (word === '--minutes') options.minutes = minutes(rest.shift());
    else if (isCount(word)) options[word.slice(2) as CountName] = wholeNumber(word, rest.shift());
    else if (word === 'all') options.benches = [...benchNames];
    else if ((benchNames as readonly string[]).includes(word)) options.benches.push(word as BenchName);
    else throw new UsageError(`"${word}" is neither a bench nor an option.`);
  }
  if (options.benches.length === 0) options.benches = options.profile ? ['intake'] : ['intake', 'posting'];
  return options;
}

const countNames = ['seconds', 'rounds', 'connections', 'workers', 'orders', 'topics'] as const;
type CountName = (typeof countNames)[number];
const isCount = (word: string) => countNames.some((name) => word === `--${name}`);

function text(name: string, given: string | undefined): string {
  if (!given) throw new UsageError(`${name} needs something after it.`);
  return given;
}

function wholeNumber(name: string, given: string | undefined): number {
  if (!given || !/^[1-9]\d{0,7}$/.test(given)) throw new UsageError(`${name} needs a whole number above zero.`);
  return parseInt(given, 10);
}

function minutes(given: string | undefined): number {
  const number = given && /^\d{1,4}(\.\d{1,2})?$/.test(given) ? parseFloat(given) : 0;
  if (number < 0.1) throw new UsageError('--minutes needs a number from 0.1 on.');
  return number;
}
